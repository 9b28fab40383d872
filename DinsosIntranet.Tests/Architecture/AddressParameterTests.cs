using System.Reflection;
using DinsosIntranet.App;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Tests.Architecture;

public sealed class AddressParameterTests
{
    /// <summary>Blazor throws before the page begins where an address does not fit a typed parameter; a text can be read leniently.</summary>
    [Fact]
    public void Pages_EveryQueryParameter_IsText()
    {
        var parameters = typeof(Routes).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(ComponentBase)))
            .SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public))
            .Where(p => p.IsDefined(typeof(SupplyParameterFromQueryAttribute)))
            .ToList();

        Assert.NotEmpty(parameters);
        Assert.Empty(parameters.Where(p => p.PropertyType != typeof(string)).Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));
    }
}
