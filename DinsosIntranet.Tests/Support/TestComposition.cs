using DinsosIntranet.App;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace DinsosIntranet.Tests.Support;

/// <summary>Puts the program together as Program.cs does, with the test's settings and clock.</summary>
internal static class TestComposition
{
    public static WebApplication Build(
        IReadOnlyDictionary<string, string?> settings, FakeTime time, IReadOnlyList<IInterceptor> interceptors, Action<IServiceCollection>? configure,
        string environment = "Development")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "DinsosIntranet",
            EnvironmentName = environment,
            ContentRootPath = Path.Combine(RepositoryRoot.Path, "DinsosIntranet"),
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddDinsos();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        // Every sign-in and every opening of a case hashes a password: at the cost the program asks for, that is most of a run.
        builder.Services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
        StandInPanels.Add(builder.Services);
        foreach (var interceptor in interceptors)
        {
            builder.Services.AddSingleton(interceptor);
        }

        configure?.Invoke(builder.Services);
        return builder.Build();
    }
}
