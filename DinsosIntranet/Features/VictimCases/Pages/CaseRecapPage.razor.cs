using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Victims and cases of a month that has ended, counted apart; the month stands in the address.</summary>
public sealed partial class CaseRecapPage
{
    public const string Address = "/kasus/rekap";

    /// <summary>A table longer than this leaves out the rows of nought.</summary>
    private const int LongTable = 12;

    private RecapView? _view;
    private string? _asked;
    private bool _refused;

    [Inject]
    public required CaseRecap Recap { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery]
    public string? Bulan { get; set; }

    private string? Parent => Actor is { } actor && Policies.Admits(Policies.Cases, actor) ? "/kasus" : null;

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && (_view is null || _asked != Bulan))
        {
            _asked = Bulan;
            _view = await Recap.OfAsync(CaseAddress.Month(Bulan), Actor);
            _refused = _view is null;
        }
    }

    private static string Href(DateOnly month) => $"{Address}?bulan={CaseAddress.Month(month)}";

    /// <summary>The month a running figure reaches to, where that is not the month shown.</summary>
    private string? Until(RecapCell cell) => cell.UpToMonth is { } month && month < _view!.Month.Month ? IndonesianDates.MonthName(month) : null;

    private IReadOnlyList<RecapRow> Shown(RecapTable table) =>
        table.Rows.Count <= LongTable ? table.Rows : [.. table.Rows.Where(r => !r.Cell.IsNought(_view!.Month.Month))];

    private static int Most(RecapTable table) => table.Rows.Max(r => r.Cell.UpTo ?? 0);

    private static string Share(int count, int most) => (100.0 * count / most).ToString("0.##", CultureInfo.InvariantCulture);
}
