using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>The door to who the people are: says what will be recorded, asks for a reason and the password.</summary>
public sealed partial class RepatriationGate
{
    private readonly FormErrors _errors = new("buka");
    private OpenRepatriation _input = new();

    /// <summary>The content was open a moment ago.</summary>
    [Parameter]
    public bool IsAgain { get; set; }

    private async Task OpenAsync()
    {
        await RunAsync(_errors, act => Service.OpenAsync(Journey.Id, _input, act), null);
        _input = _input with { Password = "" };
    }
}
