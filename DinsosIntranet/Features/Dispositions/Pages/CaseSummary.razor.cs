using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>What an official reads before disposing: agenda, clock, who and what for; of a confidential request the code only.</summary>
public sealed partial class CaseSummary
{
    private ElementReference _title;

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required DispositionCase Case { get; set; }

    [Parameter, EditorRequired]
    public required AgencySnapshot Agency { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<InstructionChoice> Instructions { get; set; }

    /// <summary>On the request's own page its header has said all this already.</summary>
    [Parameter]
    public bool WithTitle { get; set; } = true;

    [Parameter]
    public string? TitleId { get; set; }

    private string Title => TitleOf(Case);

    private string Place => PlaceOf(Case, Agency, Time.GetUtcNow().UtcDateTime);

    private string? District => Case.District is { } district ? $", Kec. {district}" : null;

    private string? Risk => Case.Risk is { } risk ? $" · risiko {risk}" : null;

    private string? Purpose => Case.Purpose is { } purpose ? $" · untuk {purpose}" : null;

    private string EarlierContent
    {
        get
        {
            var content = DispositionQueries.Content(Instructions, Case.Earlier!.Instructions, Case.Earlier.Note);
            return Case.Earlier.DueOn is { } due ? $"{content}; batas {IndonesianDates.Short(due)}" : content;
        }
    }

    /// <summary>Reading goes on here once the item before was dealt with.</summary>
    public ValueTask FocusAsync() => _title.FocusAsync();

    /// <summary>The service; of a confidential one the code comes first, since nothing else tells the cases apart.</summary>
    internal static string TitleOf(DispositionCase item) =>
        item.IsConfidential ? $"{item.Number} · {item.Standard.ShortTitle}" : item.Standard.ShortTitle;

    /// <summary>"Agenda 1189 · pukul 09.38", with the date where it is not today's.</summary>
    internal static string PlaceOf(DispositionCase item, AgencySnapshot agency, DateTime now)
    {
        var at = item.Agenda?.At ?? item.EnteredDeskAt;
        var time = agency.DateOf(at) == agency.DateOf(now) ? "pukul " + IndonesianDates.Time(at, agency.Zone) : IndonesianDates.ShortWithTime(at, agency.Zone);
        return item.Agenda is { } agenda ? $"Agenda {agenda.Number} · {time}" : $"Masuk {time}";
    }
}
