using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Takes a report of violence in, at the counter, by phone or from outreach. It asks for no name and keeps no draft.</summary>
public sealed partial class NewCasePage
{
    private readonly FormErrors _errors = new("lapor");
    private RegisterCase _input = New();
    private IReadOnlyList<ServiceStandard>? _services;
    private IReadOnlyList<TodaysGuest> _guests = [];
    private RegisteredCase? _registered;
    private TimeZoneInfo? _zone;

    [Inject]
    public required CaseService Service { get; init; }

    [Inject]
    public required CaseIntakeQueries Intake { get; init; }

    [Inject]
    public required CaseReference Reference { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    /// <summary>Guests come in person; where no channel is chosen yet, somebody may stand at the counter.</summary>
    private bool IsFaceToFace => _input.ChannelCode is "" or CaseBlocks.FaceToFaceChannel;

    private bool IsLetter => _input.ChannelCode == CaseBlocks.LetterChannel;

    private ServiceStandard? Chosen => _services?.FirstOrDefault(s => s.Code == _input.StandardCode);

    private IReadOnlyList<StandardRequirement> Asked =>
        Chosen is { } standard && standard.Channels.Any(c => c.Code == _input.ChannelCode) ? [.. standard.RequirementsOf(_input.ChannelCode).Where(r => !CaseService.FulfilledHere.Contains(r.Code))] : [];

    protected override async Task OnInitializedAsync()
    {
        _zone = (await Agencies.GetAsync()).Zone;
        (_services, _guests) = await Intake.ChoicesAsync();
        if (_services is [var only])
        {
            ChooseService(only.Code);
        }
    }

    private static RegisterCase New() => new() { CaseId = Guid.CreateVersion7() };

    private string Id(string field) => _errors.Id(field);

    private string? Error(string field) => _errors.Of(field);

    private string Moment(DateTime utc) => IndonesianDates.LongWithTime(utc, _zone!);

    private void ChooseService(string code)
    {
        _input.StandardCode = code;
        _input.ChannelCode = Chosen?.Channels is [var only] ? only.Code : "";
        _input.Present.Clear();
    }

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
        if (!IsFaceToFace)
        {
            (_input.GuestBookEntryId, _input.IdCardLeft) = (null, "");
        }

        var outcome = await Service.RegisterAsync(_input, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            _registered = outcome.Value;
        }
    }

    private void Again()
    {
        (_registered, _input) = (null, New());
        if (_services is [var only])
        {
            ChooseService(only.Code);
        }
    }
}
