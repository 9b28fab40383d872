using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Crash;

/// <summary>
/// The process <see cref="CrashTests"/> kills: two counters that register requests with scans, which the secretariat claims, on the data
/// folder they are given, until somebody ends them. A line is printed for what was acknowledged, and only then.
/// </summary>
internal static class CrashWriter
{
    public const string Verb = "tulis-terus";

    public static async Task<int> RunAsync(string dataFolder)
    {
        await using var app = TestComposition.Build(AgencyTemplate.SqliteSettings(dataFolder), new FakeTime(runs: true), [], null);
        await app.Services.GetRequiredService<AgencyDirectory>().GetAsync();
        await Task.WhenAll(WriteAsync(app.Services, "nani"), WriteAsync(app.Services, "tati"));
        return 0;
    }

    private static async Task WriteAsync(IServiceProvider services, string userName)
    {
        var (intake, attachments, desks) = (services.GetRequiredService<IntakeService>(), services.GetRequiredService<AttachmentService>(), services.GetRequiredService<DeskService>());
        while (true)
        {
            var command = TestData.Request();
            await using var scan = new MemoryStream(SampleFiles.Pdf(), writable: false);
            Require(await attachments.AddAsync(command.RequestId, "kartu-identitas", "ktp.pdf", scan, await ActAsync(services, userName)));
            Require(await intake.RegisterAsync(command, await ActAsync(services, userName)));
            Console.WriteLine($"terdaftar {command.RequestId}");
            Require(await desks.ClaimAsync(command.RequestId, await ActAsync(services, "dedi")));
            Console.WriteLine($"diambil {command.RequestId}");
        }
    }

    private static async Task<ActionContext> ActAsync(IServiceProvider services, string userName)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<DinsosDbContext>>().CreateDbContextAsync();
        var userId = await db.Users.Where(u => u.UserName == userName).Select(u => u.Id).FirstAsync();
        return ActionContext.For((await services.GetRequiredService<ActorDirectory>().FindAsync(userId))!, services.GetRequiredService<TimeProvider>(), "tes");
    }

    private static void Require(Outcome outcome)
    {
        if (!outcome.IsOk)
        {
            throw new InvalidOperationException(outcome.Message);
        }
    }
}
