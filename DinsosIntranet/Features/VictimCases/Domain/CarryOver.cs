namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// What a new block takes over from those already filled in, so that nobody tells it twice: a reporter who is the victim is not asked
/// for the same name again, violence begins with the forms told of the event, the court with the letter of the police. A victim gets
/// the next client code, and what somebody did begins with their own name.
/// </summary>
public static class CarryOver
{
    /// <summary>The answers a new block begins with, and the blocks they come from. <paramref name="worker"/>: name and position of whoever fills it in.</summary>
    public static (IReadOnlyDictionary<string, string> Values, IReadOnlyList<FilledBlock> From) Of(string kind, IReadOnlyList<FilledBlock> blocks, string worker)
    {
        var values = new Dictionary<string, string>();
        var from = new List<FilledBlock>();
        void Take(string source, Func<FilledBlock, bool> holds, params (string From, string To)[] fields)
        {
            if (blocks.FirstOrDefault(b => b.Kind == source && holds(b)) is not { } block)
            {
                return;
            }

            var taken = fields.Where(f => block.Values[f.From].Length > 0).ToList();
            taken.ForEach(f => values[f.To] = block.Values[f.From]);
            if (taken.Count > 0)
            {
                from.Add(block);
            }
        }

        switch (kind)
        {
            case CaseBlocks.Victim:
                values[CaseBlocks.ClientCode] = $"K-{blocks.Where(b => b.Kind == CaseBlocks.Victim).Select(b => b.Ordinal).DefaultIfEmpty().Max() + 1:00}";
                if (blocks.Any(b => b.Kind == CaseBlocks.Victim))
                {
                    break;
                }

                Take(
                    CaseBlocks.Reporter,
                    b => b.Values["status"] == "korban",
                    (CaseBlocks.Name, CaseBlocks.Name),
                    (CaseBlocks.NikField, CaseBlocks.NikField),
                    ("kelamin", "kelamin"),
                    ("usia", CaseBlocks.Age),
                    ("alamat", "domisili"),
                    (CaseBlocks.SafePhone, CaseBlocks.SafePhone));
                break;
            case CaseBlocks.Violence:
                // The event may tell of several forms; one block is of one form.
                Take(CaseBlocks.Event, b => b.Values.Codes("bentuk").Count == 1, ("bentuk", "bentuk"));
                Take(CaseBlocks.Event, _ => true, (CaseBlocks.EventOn, "terakhir"));
                break;
            case CaseBlocks.Accused:
                Take(CaseBlocks.Reporter, b => b.Values["status"] == "korban", ("hubungan-terlapor", "hubungan"));
                break;
            case CaseBlocks.Court when blocks.All(b => b.Kind != CaseBlocks.Court):
                Take(CaseBlocks.Register, b => b.Values["sumber"] == "kepolisian", ("perujuk", "instansi"), ("nomor-surat", "nomor-lp"));
                break;
        }

        if (CaseBlocks.Find(kind)?.Fields.FirstOrDefault(f => f.Code is CaseBlocks.Worker or CaseBlocks.Assessor or CaseBlocks.Responsible) is { } own)
        {
            values[own.Code] = worker;
        }

        return (values, from);
    }
}
