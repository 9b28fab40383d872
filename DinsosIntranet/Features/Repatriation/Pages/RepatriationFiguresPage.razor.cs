using System.Globalization;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>The figures of one year.</summary>
public sealed partial class RepatriationFiguresPage
{
    private ReturnFigures? _figures;
    private int _thisYear = RepatriationFigures.FirstYear;

    [Inject]
    public required RepatriationFigures Figures { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery]
    public string? Tahun { get; set; }

    private int Year { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is null)
        {
            return;
        }

        _thisYear = (await Agencies.GetAsync()).DateOf(Time.GetUtcNow().UtcDateTime).Year;
        Year = int.TryParse(Tahun, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= RepatriationFigures.FirstYear and <= RepatriationFigures.LastYear
            ? asked
            : _thisYear;
        if (_figures?.Year != Year)
        {
            _figures = await Figures.OfYearAsync(Year, Actor);
        }
    }

    private static string Percent(ReturnFigure figure) => figure.Indicator is { } share ? share.ToString("0.##", IndonesianNumbers.Culture) + "%" : "–";

    private static string Address(int year) => string.Create(CultureInfo.InvariantCulture, $"/pemulangan/angka?tahun={year}");
}
