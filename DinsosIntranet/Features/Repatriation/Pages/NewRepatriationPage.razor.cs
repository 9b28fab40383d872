using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>Takes in, at the counter, a report of migrants to be brought home. It asks for nobody's name and keeps no draft.</summary>
public sealed partial class NewRepatriationPage
{
    private const string Resident = RepatriationService.ResidentRequirement;
    private const string Victim = RepatriationService.VictimRequirement;
    private readonly FormErrors _errors = new("migran");
    private RegisterRepatriation _input = New();
    private string? _number;

    [Inject]
    public required RepatriationService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    private static RegisterRepatriation New() => new() { RequestId = Guid.CreateVersion7() };

    private void Tick(string code, bool isThere)
    {
        if (isThere)
        {
            _input.Present.Add(code);
        }
        else
        {
            _input.Present.Remove(code);
        }
    }

    private async Task SaveAsync()
    {
        var outcome = await Service.RegisterAsync(_input, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        _number = outcome.IsOk ? outcome.Value : null;
    }

    private void Again() => (_number, _input) = (null, New());
}
