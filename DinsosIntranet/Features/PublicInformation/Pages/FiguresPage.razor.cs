using System.Globalization;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>The figures of one year, to be copied into the annual report; the year stands in the address.</summary>
public sealed partial class FiguresPage
{
    private const int FirstYear = 2010;
    private const int LastYear = 2100;

    private YearFigures? _figures;
    private int _thisYear = FirstYear;

    [Inject]
    public required InformationFigures Figures { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery]
    public string? Tahun { get; set; }

    private int Year => int.TryParse(Tahun, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear ? year : _thisYear;

    protected override async Task OnParametersSetAsync()
    {
        _thisYear = (await Agencies.GetAsync()).DateOf(Time.GetUtcNow().UtcDateTime).Year;
        if (Actor is not null && _figures?.Year != Year)
        {
            _figures = await Figures.OfAsync(Year, Actor);
        }
    }

    private static IEnumerable<(string Label, string Count)> Lines(YearFigures figures)
    {
        yield return ("Diterima", Text(figures.Received));
        yield return ("Diberikan seluruhnya", Text(figures.Granted));
        yield return ("Di antaranya dijawab di loket dari daftar informasi publik", Text(figures.FromList));
        yield return ("Diberikan sebagian", Text(figures.GrantedInPart));
        yield return ("Ditolak karena dikecualikan", Text(figures.Excluded));
        yield return ("Belum dikuasai atau didokumentasikan", Text(figures.NotHeld));
        yield return ("Ditarik pemohon", Text(figures.Withdrawn));
        yield return ("Belum dijawab", Text(figures.Unanswered));
        yield return ("Waktu diperpanjang", Text(figures.Extended));
        yield return ("Melewati batas hukum", Text(figures.Late));
        yield return ("Rata-rata waktu jawaban", figures.AverageDays is { } days ? $"{days.ToString("0.#", IndonesianNumbers.Culture)} hari kerja" : "-");
    }

    private static IEnumerable<(string Label, string Count)> Lines(ObjectionCounts objections)
    {
        yield return ("Keberatan diterima petugas", Text(objections.Received));
        yield return ("Dikabulkan seluruhnya", Text(objections.Accepted));
        yield return ("Dikabulkan sebagian", Text(objections.AcceptedInPart));
        yield return ("Ditolak", Text(objections.Rejected));
        yield return ("Ditarik pemohon", Text(objections.Withdrawn));
        yield return ("Belum dijawab", Text(objections.Open));
        yield return ("Melewati batas hukum", Text(objections.Late));
    }

    private static string Text(int number) => IndonesianNumbers.Whole(number);
}
