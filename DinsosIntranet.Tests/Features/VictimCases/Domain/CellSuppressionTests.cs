using DinsosIntranet.Features.VictimCases.Domain;

namespace DinsosIntranet.Tests.Features.VictimCases.Domain;

/// <summary>No small number is said, and none can be worked out from what is said together.</summary>
public sealed class CellSuppressionTests
{
    private const int Tables = 30;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    [InlineData(31, 31)]
    public void Total_OneMonth_SaidFromFiveOrNought(int count, int? expected) => Assert.Equal(expected, CellSuppression.Total([count]).Month(1));

    [Fact]
    public void Total_SmallMonths_RunningFigureSaidOnceFiveCame()
    {
        var total = CellSuppression.Total([2, 2, 3, 1]);

        Assert.Equal([null, null, null, null], Months(total));
        Assert.Equal([null, null, (7, 3), (7, 3)], Enumerable.Range(1, 4).Select(total.UpTo));
    }

    [Fact]
    public void Total_LargeMonthBehindASmallOne_OnlyTogether()
    {
        // Were the ten of February said beside the thirteen of the year, January's three would be too.
        var total = CellSuppression.Total([3, 10]);

        Assert.Equal([null, null], Months(total));
        Assert.Equal((13, 2), total.UpTo(2));
    }

    [Fact]
    public void Total_MonthOfNought_SaidWhereTheMonthBeforeIsKnown()
    {
        Assert.Equal([7, 0, 6], Months(CellSuppression.Total([7, 0, 6])));
        Assert.Equal([null, null], Months(CellSuppression.Total([3, 0])));
    }

    [Fact]
    public void Rows_AllLargeOrNought_AllSaid() => Assert.Equal([12, 8, 0], OneMonth(12, 8, 0));

    [Fact]
    public void Rows_OneSmall_AnotherIsHeldBackWithIt()
    {
        // Total 15 and 12 would leave 3.
        Assert.Equal([null, null, 0], OneMonth(12, 3, 0));
    }

    [Fact]
    public void Rows_OneSmallAmongLarge_TheSmallestLargeIsHeldBack() => Assert.Equal([20, null, null, 9], OneMonth(20, 6, 2, 9));

    [Fact]
    public void Rows_TwoSmallThatCouldBeAnything_NothingElseIsHeldBack() => Assert.Equal([20, null, null], OneMonth(20, 4, 4));

    [Fact]
    public void Rows_TwoSmallOfFewInAll_AThirdIsHeldBack()
    {
        // Two that make two together are one each: nobody stands in a row that is said not to be nought.
        Assert.Equal([20, null, null, null], OneMonth(20, 5, 1, 1));
    }

    [Fact]
    public void Rows_TooFewToHideAmong_NoneIsSaid() => Assert.Equal([null, null], OneMonth(4, 1));

    [Fact]
    public void Rows_MonthAndRunningFigure_DifferenceNeverSmall()
    {
        var total = CellSuppression.Total([20, 20, 20]);
        var rows = CellSuppression.Rows(total, [[10, 3, 10], [5, 12, 5], [5, 5, 5]]);

        // The three of February are in no figure: neither that month nor the running figure there, and March only with them.
        Assert.Equal([10, null, null], Months(rows[0]));
        Assert.Equal([(10, 1), (10, 1), (23, 3)], Enumerable.Range(1, 3).Select(rows[0].UpTo).Cast<(int, int)?>());
    }

    [Fact]
    public void Rows_AddedUp_TellNoTotalThatIsNotSaid()
    {
        // Both rows had five since their last figure, the total only four since its own.
        var total = CellSuppression.Total([6, 4]);
        var rows = CellSuppression.Rows(total, [[3, 2], [3, 2]]);

        Assert.Null(total.Month(2));
        Assert.All(rows, r => Assert.Null(r.UpTo(2)));
    }

    [Fact]
    public void Rows_LaterMonths_ChangeNothingOfEarlierOnes()
    {
        int[][] year = [[7, 2, 0, 9, 4, 6], [3, 6, 1, 8, 8, 0], [0, 5, 5, 1, 6, 2]];
        var whole = CellSuppression.Rows(CellSuppression.Total(Sums(year, 6)), year);

        for (var months = 1; months < 6; months++)
        {
            int[][] part = [.. year.Select(r => r[..months])];
            var rows = CellSuppression.Rows(CellSuppression.Total(Sums(part, months)), part);
            Assert.Equal(whole.SelectMany(r => Enumerable.Range(1, months).Select(m => (r.Month(m), r.UpTo(m)))), rows.SelectMany(r => Enumerable.Range(1, months).Select(m => (r.Month(m), r.UpTo(m)))));
        }
    }

    [Fact]
    public void Rows_FewerThanTwo_IsNoTable() => Assert.Throws<ArgumentException>(() => CellSuppression.Rows(CellSuppression.Total([5]), [[5]]));

    /// <summary>
    /// Somebody who has every figure of every month before them tries every table of whole numbers that fits: of no small
    /// count, of a month or of months together, do they find out what it is, nor that it is below five.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Rows_RandomTables_NoSmallCountCanBeWorkedOut(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Tables; i++)
        {
            var (count, months) = random.Next(2) == 0 ? (2, random.Next(1, 4)) : (3, random.Next(1, 3));
            int[][] table = [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, months).Select(_ => Math.Max(0, random.Next(-1, 8))).ToArray())];
            var total = CellSuppression.Total(Sums(table, months));
            var rows = CellSuppression.Rows(total, table);

            var possible = new Attack(total, rows, months).Tables();
            for (var row = 0; row < count; row++)
            {
                for (var from = 0; from < months; from++)
                {
                    for (var to = from + 1; to <= months; to++)
                    {
                        if (table[row][from..to].Sum() is > 0 and < CellSuppression.Least)
                        {
                            Assert.True(possible.Max(p => p[row][to] - p[row][from]) >= CellSuppression.Least, $"{string.Join(" / ", table.Select(r => string.Join(' ', r)))}: row {row}, {from} to {to}");
                        }
                    }
                }
            }
        }
    }

    private static int?[] Months(ReleasedRow row) => [.. Enumerable.Range(1, row.Months).Select(row.Month)];

    private static int?[] OneMonth(params int[] counts) => [.. CellSuppression.Rows(CellSuppression.Total([counts.Sum()]), [.. counts.Select(c => new[] { c })]).Select(r => r.Month(1))];

    private static int[] Sums(int[][] rows, int months) => [.. Enumerable.Range(0, months).Select(m => rows.Sum(r => r[m]))];

    /// <summary>All tables, as running figures from month 0, that agree with what is said.</summary>
    private sealed class Attack(ReleasedRow total, IReadOnlyList<ReleasedRow> rows, int months)
    {
        private const int Unknown = 12;

        private readonly List<int[][]> _found = [];
        private readonly int[][] _running = [.. rows.Select(_ => new int[months + 1])];

        public List<int[][]> Tables()
        {
            Try(1, 0);
            return _found;
        }

        private void Try(int month, int row)
        {
            if (month > months)
            {
                _found.Add([.. _running.Select(r => (int[])r.Clone())]);
                return;
            }

            if (row == rows.Count)
            {
                if (Said(total, month) is not { } sum || sum == _running.Sum(r => r[month]))
                {
                    Try(month + 1, 0);
                }

                return;
            }

            var before = _running[row][month - 1];
            if (Said(rows[row], month) is { } said)
            {
                if (said >= before)
                {
                    _running[row][month] = said;
                    Try(month, row + 1);
                }

                return;
            }

            var most = Enumerable.Range(month, months - month + 1).Select(m => Said(rows[row], m) ?? Said(total, m)).FirstOrDefault(m => m is not null) ?? before + Unknown;
            for (var running = before; running <= most; running++)
            {
                _running[row][month] = running;
                Try(month, row + 1);
            }
        }

        private static int? Said(ReleasedRow row, int month) => row.UpTo(month) is { } upTo && upTo.Month == month ? upTo.Count : null;
    }
}
