namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>How the parts of a standard are said in one line, and how two lists of them are laid side by side.</summary>
public sealed partial class StandardComparison
{
    private static IEnumerable<Difference> Field(string what, string? before, string? after) =>
        (before, after) switch
        {
            _ when before == after => [],
            (null, _) => [new Difference(DifferenceKind.Added, what, null, after)],
            (_, null) => [new Difference(DifferenceKind.Removed, what, before, null)],
            _ => [new Difference(DifferenceKind.Changed, what, before, after)],
        };

    /// <summary>Texts without a code: each is there or it is not; the same ones in another order are a change of order.</summary>
    private static List<Difference> Lists(string what, IEnumerable<string> before, IEnumerable<string> after)
    {
        var (first, second) = (before.ToList(), after.ToList());
        List<Difference> all =
        [
            .. first.Except(second).Select(t => new Difference(DifferenceKind.Removed, what, t, null)),
            .. second.Except(first).Select(t => new Difference(DifferenceKind.Added, what, null, t)),
        ];
        if (all.Count == 0 && !first.SequenceEqual(second))
        {
            all.Add(new Difference(DifferenceKind.Changed, $"{what}: urutan", string.Join(" · ", first), string.Join(" · ", second)));
        }

        return all;
    }

    private static List<Difference> Keyed<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key, Func<T, string> what, Func<T, string> text)
    {
        var all = new List<Difference>();
        foreach (var code in before.Select(key).Union(after.Select(key)))
        {
            var first = before.Where(t => key(t) == code).Select(text).FirstOrDefault();
            var second = after.Where(t => key(t) == code).Select(text).FirstOrDefault();
            var name = after.Concat(before).First(t => key(t) == code);
            all.AddRange(Field(what(name), first, second));
        }

        return all;
    }

    private static IEnumerable<(T? Before, T? After)> Pairs<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key)
        where T : class =>
        before.Select(key).Union(after.Select(key)).Select(code => (before.FirstOrDefault(t => key(t) == code), after.FirstOrDefault(t => key(t) == code)));

    /// <summary>Whether what both have stands in another order.</summary>
    private static IEnumerable<Difference> Order(string what, IEnumerable<(string Key, string Number)> before, IEnumerable<(string Key, string Number)> after)
    {
        var (first, second) = (before.ToList(), after.ToList());
        var shared = first.Select(f => f.Key).Intersect(second.Select(s => s.Key)).ToHashSet();
        return first.Where(f => shared.Contains(f.Key)).Select(f => f.Key).SequenceEqual(second.Where(s => shared.Contains(s.Key)).Select(s => s.Key))
            ? []
            : [new Difference(DifferenceKind.Changed, what, string.Join(", ", first.Select(f => f.Number)), string.Join(", ", second.Select(s => s.Number)))];
    }

    private static string SecrecyText(ServiceStandard standard) => standard.Confidentiality == Confidentiality.Secret ? "Rahasia" : "Terbuka";

    private static string KindText(ServiceStandard standard) => standard.IsInternal ? "Prosedur internal" : "Layanan publik";

    private static string IntakeText(ServiceStandard standard) => standard.IntakeOpen ? "Dibuka" : "Ditutup";

    private static string PromiseText(ServiceStandard standard)
    {
        var promise = standard.Promise;
        var length = promise.Least is null ? promise.Most.Words : $"{promise.Least.Words} sampai {promise.Most.Words}";
        return $"{length}, dihitung {StartText(promise.CountedFrom)}{UntilText(standard, promise.Until)}";
    }

    private static string? LimitText(ServiceStandard standard) => standard.LegalLimit is not { } limit
        ? null
        : $"{limit.Name} paling lama {limit.Amount} {PublishedUnits.Name(limit.Unit)}, dihitung {StartText(limit.CountedFrom)}{UntilText(standard, limit.Until)}"
            + (limit.Pauses ? "" : ", tidak pernah dijeda")
            + (limit.Extension is null ? "" : $", dapat diperpanjang {limit.Extension.Words}")
            + $" ({limit.Basis})";

    private static string StartText(ClockStart start) => start == ClockStart.Received ? "sejak permohonan diterima" : "sejak berkas lengkap";

    private static string UntilText(ServiceStandard standard, string? until) => until is null ? "" : $" sampai langkah {StepNumber(standard, until)} selesai";

    private static string StepNumber(ServiceStandard standard, string id) => standard.FindStep(id)?.Number ?? id;

    private string StepText(StandardStep step) =>
        $"{step.Number}. {step.Title} (meja {_desk(step.Desk)}, {ActionText(step.Action)}){(ProposalText(step) is { } proposal ? $" Usulan: {proposal}" : "")}";

    private static string ActionText(string action) => StepActions.All.FirstOrDefault(a => a.Code == action)?.Name ?? action;

    private string? ProposalText(StandardStep step) => step.Proposal is not { } proposal
        ? null
        : $"ke meja {_desk(proposal.ToDesk)}; instruksi {string.Join(", ", proposal.Instructions)}";

    private static string BranchText(StepOutcome outcome) => outcome.Branch switch
    {
        Branch.Yes => "Jika Ya, ",
        Branch.No => "Jika Tidak, ",
        _ => "",
    };

    private static string ToText(ServiceStandard standard, string to) =>
        standard.FindStep(to) is { } step ? $"ke langkah {step.Number}" : $"selesai di akhir \"{standard.FindEnding(to)?.Name ?? to}\"";

    private static string EndingText(StandardEnding ending) => ending.Status switch
    {
        EndStatus.Completed => $"{ending.Name} (selesai)",
        EndStatus.Refused => $"{ending.Name} (ditolak)",
        _ => $"{ending.Name} (dirujuk)",
    };
}
