using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Victims and cases month by month, for the eye: the table beside it says the same. What is not said has no column.</summary>
public sealed partial class RecapChart
{
    private const int Width = 720;
    private const int Height = 300;
    private const int Left = 40;
    private const int Bottom = 270;
    private const int Top = 24;
    private const int MonthsShown = 12;
    private const int BarWidth = 20;

    [Parameter, EditorRequired]
    public required IReadOnlyList<RecapMonth> Months { get; set; }

    /// <summary>The top of the scale: a round number at least as large as the largest column.</summary>
    private int Most
    {
        get
        {
            var most = Months.Max(m => Math.Max(m.Victims ?? 0, m.Cases ?? 0));
            var step = Step(most);
            return Math.Max(step, (most + step - 1) / step * step);
        }
    }

    private IEnumerable<int> Lines => Enumerable.Range(0, (Most / Step(Most)) + 1).Select(i => i * Step(Most));

    private IEnumerable<(string Css, int X, int? Count)> Bars =>
        Months.SelectMany(m => new[] { ("korban", X(m.Month), m.Victims), ("kasus", X(m.Month) + BarWidth + 2, m.Cases) });

    private static int Step(int most) => most switch
    {
        <= 20 => 5,
        <= 50 => 10,
        <= 100 => 25,
        <= 500 => 100,
        _ => 500,
    };

    private static int X(int month) => Left + 8 + ((month - 1) * (Width - Left) / MonthsShown);

    private int Y(int count) => Bottom - (count * (Bottom - Top) / Most);

    /// <summary>Razor takes an element of this name for its own, so it is written out.</summary>
    private static MarkupString Text(int x, int y, string anchor, string text) =>
        (MarkupString)string.Create(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{text}</text>");
}
