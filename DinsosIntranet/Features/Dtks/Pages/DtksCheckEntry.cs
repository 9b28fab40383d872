using System.Globalization;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Dtks.Domain;

namespace DinsosIntranet.Features.Dtks.Pages;

/// <summary>What is typed into the form of a check, kept as typed: also what is saved as the draft.</summary>
public sealed class DtksCheckEntry
{
    /// <summary>The choice "belum diperingkat"; an empty decile means that nothing was chosen yet.</summary>
    public const string NotRanked = "belum";

    /// <summary>Not a decile: the service refuses it with the words of its rule.</summary>
    private const int NothingChosen = 0;

    public bool? IsRegistered { get; set; }

    public RegisterSource Source { get; set; }

    public string Period { get; set; } = "";

    public string FamilyId { get; set; } = "";

    public string Decile { get; set; } = "";

    public List<string> Programmes { get; set; } = [];

    public string CheckedAt { get; set; } = "";

    public string PurposeCode { get; set; } = "";

    public string ReissueReason { get; set; } = "";

    public int? DecileNumber => int.TryParse(Decile, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DtksCheckEntry New(DtksPanelView view, AgencySnapshot agency, DateTime now) => new()
    {
        Period = DataPeriods.For(RegisterSource.Dtsen, agency.DateOf(now))[0],
        CheckedAt = CheckTime.Format(now, agency.Zone),
        PurposeCode = view.RequestPurpose ?? "",
    };

    public static DtksCheckEntry Of(RecordedCheck check, TimeZoneInfo zone) => new()
    {
        IsRegistered = check.IsRegistered,
        Source = check.Source,
        Period = check.Period,
        FamilyId = check.FamilyId ?? "",
        Decile = check.Decile?.ToString(CultureInfo.InvariantCulture) ?? NotRanked,
        Programmes = [.. check.Programmes],
        CheckedAt = CheckTime.Format(check.CheckedAt, zone),
        PurposeCode = check.PurposeCode,
        ReissueReason = check.ReissueReason ?? "",
    };

    /// <summary>Fields that "Tidak" hides keep what was typed, but do not go along.</summary>
    public RecordDtksCheck ToCommand(Guid requestId, TimeZoneInfo zone)
    {
        var isRegistered = IsRegistered != false;
        return new RecordDtksCheck
        {
            RequestId = requestId,
            Source = Source,
            Period = Period,
            IsRegistered = IsRegistered,
            FamilyId = isRegistered ? FamilyId : null,
            Decile = !isRegistered || Decile == NotRanked ? null : DecileNumber ?? NothingChosen,
            Programmes = isRegistered ? [.. Programmes] : [],
            CheckedAt = CheckTime.Parse(CheckedAt.Trim(), zone),
            PurposeCode = PurposeCode,
            ReissueReason = isRegistered ? ReissueReason : null,
        };
    }
}
