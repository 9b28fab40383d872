namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>
/// Finds what would let a request get lost: a desk nobody knows, an outcome that leads nowhere, a step nobody can reach,
/// a circle without an exit. A standard with problems never gets in, neither at start nor by an import.
/// </summary>
public static partial class StandardChecker
{
    public static IReadOnlyList<StandardProblem> Check(ServiceStandard standard, IReadOnlySet<string> desks, IReadOnlySet<string> actions)
    {
        var findings = new Findings(ServiceStandard.FileNameOf(standard.Code));
        CheckTexts(standard, findings);
        CheckDoubles(standard, findings);
        CheckChannels(standard, findings);
        foreach (var step in standard.Steps)
        {
            CheckStep(standard, step, desks, actions, findings);
        }

        if (standard.SigningDesk is { } signing && !desks.Contains(signing))
        {
            findings.Add($"meja penanda tangan '{signing}' tidak dikenal");
        }

        if (standard is { IsInternal: true, ApplicationForm: not null })
        {
            findings.Add("prosedur internal tidak dibuka di loket, jadi tidak memakai formulir loket");
        }

        CheckLetter(standard, findings);
        CheckWays(standard, findings);
        CheckTimes(standard, findings);
        return findings.All;
    }

    private static void CheckDoubles(ServiceStandard standard, Findings findings)
    {
        findings.AddDoubles("id langkah", standard.Steps.Select(s => s.Id).Concat(standard.Endings.Select(e => e.Code)));
        findings.AddDoubles("kode persyaratan", standard.Requirements.Select(r => r.Code));
        findings.AddDoubles("kode saluran", standard.Channels.Select(c => c.Code));
        findings.AddDoubles("kelas pengaduan", standard.Complaints.Limits.Select(l => l.Class));
        foreach (var step in standard.Steps)
        {
            findings.AddDoubles("kode hasil", step.Outcomes.Select(o => o.Code), step.Id);
        }
    }

    private static void CheckChannels(ServiceStandard standard, Findings findings)
    {
        if (standard.Channels.Count == 0)
        {
            findings.Add("tidak punya saluran masuk");
        }

        foreach (var channel in standard.Channels)
        {
            if (standard.FindStep(channel.EntryStep) is null)
            {
                findings.Add($"saluran '{channel.Code}' mulai di langkah '{channel.EntryStep}' yang tidak ada");
            }

            foreach (var code in channel.Requirements.Where(code => standard.Requirements.All(r => r.Code != code)))
            {
                findings.Add($"saluran '{channel.Code}' meminta persyaratan '{code}' yang tidak ada");
            }
        }

        foreach (var unused in standard.Requirements.Where(r => !standard.Channels.Any(c => c.Requirements.Contains(r.Code))))
        {
            findings.Add($"persyaratan '{unused.Code}' tidak diminta saluran mana pun");
        }
    }

    private static void CheckStep(ServiceStandard standard, StandardStep step, IReadOnlySet<string> desks, IReadOnlySet<string> actions, Findings findings)
    {
        if (!desks.Contains(step.Desk))
        {
            findings.Add($"meja '{step.Desk}' tidak dikenal", step.Id);
        }

        if (!actions.Contains(step.Action))
        {
            findings.Add($"tindakan '{step.Action}' tidak dikenal", step.Id);
        }

        if (step.Outcomes.Count == 0)
        {
            findings.Add("tidak punya hasil", step.Id);
        }

        foreach (var outcome in step.Outcomes.Where(o => standard.FindStep(o.To) is null && standard.FindEnding(o.To) is null))
        {
            findings.Add($"hasil '{outcome.Code}' menuju '{outcome.To}' yang tidak ada", step.Id);
        }

        CheckProposal(standard, step, desks, findings);
    }

    private static void CheckProposal(ServiceStandard standard, StandardStep step, IReadOnlySet<string> desks, Findings findings)
    {
        if ((step.Action == StepActions.Dispose) != step.Proposal is not null)
        {
            findings.Add("usulan disposisi harus ada pada langkah disposisi, dan hanya di sana", step.Id);
        }

        if (step.Proposal is not { } proposal)
        {
            return;
        }

        if (!desks.Contains(proposal.ToDesk))
        {
            findings.Add($"meja usulan '{proposal.ToDesk}' tidak dikenal", step.Id);
        }
        else if (!StandardGraph.From(standard, step.Id).Skip(1).Any(s => s.Desk == proposal.ToDesk))
        {
            findings.Add($"meja usulan '{proposal.ToDesk}' tidak memegang langkah sesudahnya", step.Id);
        }
    }

    private static void CheckWays(ServiceStandard standard, Findings findings)
    {
        var reached = standard.Channels.SelectMany(c => StandardGraph.From(standard, c.EntryStep)).ToHashSet();
        foreach (var step in standard.Steps.Where(s => !reached.Contains(s)))
        {
            findings.Add("tidak dapat dicapai dari saluran mana pun", step.Id);
        }

        foreach (var ending in standard.Endings.Where(e => !reached.Any(s => s.Outcomes.Any(o => o.To == e.Code))))
        {
            findings.Add($"akhir '{ending.Code}' tidak dicapai langkah mana pun");
        }

        foreach (var step in standard.Steps.Where(s => reached.Contains(s) && !StandardGraph.CanEnd(standard, s)))
        {
            findings.Add("berputar tanpa jalan keluar: tidak ada akhir yang dapat dicapai dari sini", step.Id);
        }
    }

    private sealed class Findings(string file)
    {
        private readonly List<StandardProblem> _problems = [];

        public IReadOnlyList<StandardProblem> All => _problems;

        public void Add(string message, string? step = null) => _problems.Add(new StandardProblem(file, step, message));

        public void AddDoubles(string what, IEnumerable<string> codes, string? step = null)
        {
            foreach (var group in codes.GroupBy(c => c).Where(g => g.Count() > 1))
            {
                Add($"{what} '{group.Key}' dipakai lebih dari sekali", step);
            }
        }
    }
}
