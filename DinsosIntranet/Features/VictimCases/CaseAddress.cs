using System.Globalization;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>What addresses of lists and recaps say; never anything of a case.</summary>
public static class CaseAddress
{
    private const string MonthForm = "yyyy-MM";

    /// <summary>"2026-10"; null for anything else.</summary>
    public static DateOnly? Month(string? text) =>
        DateOnly.TryParseExact(text, MonthForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year >= 2000 ? month : null;

    public static string Month(DateOnly month) => month.ToString(MonthForm, CultureInfo.InvariantCulture);

    public static CaseFilter Filter(string? text) => text switch
    {
        "tim" => CaseFilter.Mine,
        "selesai" => CaseFilter.Closed,
        _ => CaseFilter.Running,
    };

    public static string? Filter(CaseFilter filter) => filter switch
    {
        CaseFilter.Mine => "tim",
        CaseFilter.Closed => "selesai",
        _ => null,
    };
}
