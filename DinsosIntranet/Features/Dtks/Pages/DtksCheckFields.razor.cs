using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dtks.Pages;

/// <summary>The fields of a check, the same where it is recorded and where it is corrected.</summary>
public sealed partial class DtksCheckFields
{
    [Parameter, EditorRequired]
    public required Guid RequestId { get; set; }

    [Parameter, EditorRequired]
    public required DtksCheckEntry Entry { get; set; }

    [Parameter, EditorRequired]
    public required DtksPanelView View { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    [Parameter]
    public EarlierLetter? Earlier { get; set; }

    [Parameter]
    public IReadOnlyList<Refusal> Refusals { get; set; } = [];

    /// <summary>Raised with every key and choice.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }

    private string IdLabel => Entry.Source == RegisterSource.Dtsen ? "ID keluarga" : "ID DTKS";

    private string? DecileWarning => Entry.IsRegistered == false ? null : View.DecileWarning(Entry.PurposeCode, Entry.DecileNumber);

    private string EarlierText => Earlier?.ValidUntil is { } until
        ? $"Nomor {Earlier.Number}, berlaku sampai {IndonesianDates.Letter(until)}."
        : $"Nomor {Earlier?.Number}, berlaku tanpa batas waktu.";

    /// <summary>An older period that was recorded before stays to choose.</summary>
    private IEnumerable<string> Periods
    {
        get
        {
            var periods = DataPeriods.For(Entry.Source, Today);
            return periods.Contains(Entry.Period) ? periods : [Entry.Period, .. periods];
        }
    }

    private string? ErrorOf(string field) => Refusals.FirstOrDefault(r => r.Field == field)?.Message;

    private string Pressed(RegisterSource source) => Entry.Source == source ? "true" : "false";

    /// <summary>The first box takes the id of the group, so that the summary of errors can lead there.</summary>
    private string? ProgrammeId(ProgrammeRow programme) => programme == View.Programmes[0] ? nameof(RecordDtksCheck.Programmes) : null;

    private Task ChangedAsync() => OnChanged.InvokeAsync();

    private Task ChooseAsync(bool isRegistered)
    {
        Entry.IsRegistered = isRegistered;
        return ChangedAsync();
    }

    private Task ChooseAsync(RegisterSource source)
    {
        if (Entry.Source == source)
        {
            return Task.CompletedTask;
        }

        Entry.Source = source;
        Entry.Period = DataPeriods.For(source, Today)[0];
        return ChangedAsync();
    }

    private Task TickAsync(string code, bool isTicked)
    {
        Entry.Programmes.Remove(code);
        if (isTicked)
        {
            Entry.Programmes.Add(code);
        }

        return ChangedAsync();
    }
}
