using Bunit;
using DinsosIntranet.Shared.Ui;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace DinsosIntranet.Tests.Shared.Ui;

/// <summary>What every component of the shell finds in the program: Radzen, loose JavaScript, the clock.</summary>
public abstract class ComponentTest : BunitContext
{
    protected ComponentTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddRadzenComponents();
        Services.AddSingleton<ILocalizer, RadzenTexts>();
        Services.AddSingleton(TimeProvider.System);
    }
}
