namespace DinsosIntranet.Features.Intake.Domain;

/// <summary>What of a request may have been written down wrongly: the persons and the request's own entries.</summary>
public sealed record CorrectionData
{
    public PersonInput Applicant { get; set; } = new();

    /// <summary>The request is for somebody else than the applicant.</summary>
    public bool IsForOther { get; set; }

    /// <summary>The person concerned; without meaning where the applicant asks for themselves.</summary>
    public PersonInput Subject { get; set; } = new();

    /// <summary>What the person concerned is to the applicant.</summary>
    public string Relation { get; set; } = "";

    public string ChannelCode { get; set; } = "";

    public string PurposeCode { get; set; } = "";

    /// <summary>The line of the guest book the request came of.</summary>
    public Guid? GuestId { get; set; }

    /// <summary>When the request came, as typed on the agency's wall: "22/11/2026 13.30".</summary>
    public string Received { get; set; } = "";

    /// <summary>When everything was there, typed likewise; empty while it is not.</summary>
    public string Completed { get; set; } = "";

    /// <summary>Codes of the requirements that are there.</summary>
    public HashSet<string> Present { get; init; } = [];

    public Guid? SubjectId => IsForOther ? Subject.PersonId : Applicant.PersonId;

    /// <summary>The same data, to be changed without changing these.</summary>
    public CorrectionData Copy() => this with { Applicant = Applicant with { }, Subject = Subject with { }, Present = [.. Present] };
}

/// <summary>One entry of a request, as the history names it.</summary>
public sealed record CorrectionEntry(string Code, string Name, Func<CorrectionData, string> Value, Action<CorrectionData, CorrectionData> Copy)
{
    public bool IsOnReceipt { get; init; } = true;

    public bool IsOnLetter { get; init; }
}

/// <summary>What differs between two states of a request's data, and how two people's changes are put together.</summary>
public static class Corrections
{
    private static readonly CorrectionEntry Applicant = new(
        "pemohon",
        "pemohon",
        d => d.Applicant.PersonId?.ToString() ?? "",
        (from, to) => to.Applicant = from.Applicant with { })
    { IsOnLetter = true };

    private static readonly CorrectionEntry Subject = new(
        "bersangkutan",
        "yang bersangkutan",
        d => d.IsForOther ? d.Subject.PersonId?.ToString() ?? "baru" : "",
        (from, to) => (to.IsForOther, to.Subject) = (from.IsForOther, from.Subject with { }))
    { IsOnLetter = true };

    private static readonly CorrectionEntry Received = new("diterima", "waktu diterima", d => d.Received.Trim(), (from, to) => to.Received = from.Received);

    private static readonly CorrectionEntry Completed = new("lengkap", "waktu lengkap", d => d.Completed.Trim(), (from, to) => to.Completed = from.Completed);

    /// <summary>The request's own entries, without the particulars of its people.</summary>
    public static IReadOnlyList<CorrectionEntry> Entries { get; } =
    [
        Applicant,
        Subject,
        new("hubungan", "hubungan", d => d.IsForOther ? d.Relation.Trim() : "", (from, to) => to.Relation = from.Relation) { IsOnLetter = true },
        new("saluran", "saluran", d => d.ChannelCode, (from, to) => to.ChannelCode = from.ChannelCode),
        new("tujuan", "tujuan penggunaan", d => d.PurposeCode, (from, to) => to.PurposeCode = from.PurposeCode) { IsOnLetter = true },
        new("persyaratan", "persyaratan", d => string.Join(',', d.Present.Order(StringComparer.Ordinal)), CopyPresent),
        new("tamu", "buku tamu", d => d.GuestId?.ToString() ?? "", (from, to) => to.GuestId = from.GuestId) { IsOnReceipt = false },
        Received,
        Completed,
    ];

    /// <summary>True where a different person is meant, not the same one with other particulars.</summary>
    public static bool IsAnotherApplicant(CorrectionData one, CorrectionData other) => Differs(one, other, Applicant);

    public static bool IsOtherReceived(CorrectionData one, CorrectionData other) => Differs(one, other, Received);

    public static bool IsOtherCompleted(CorrectionData one, CorrectionData other) => Differs(one, other, Completed);

    public static bool IsAnotherSubject(CorrectionData one, CorrectionData other) => Differs(one, other, Subject);

    /// <summary>The particulars that differ where the same applicant is meant.</summary>
    public static IReadOnlyList<PersonParticular> OfApplicant(CorrectionData one, CorrectionData other) =>
        IsAnotherApplicant(one, other) ? [] : PersonParticulars.Differences(one.Applicant, other.Applicant);

    /// <summary>The particulars that differ where the same person is concerned, and that is not the applicant.</summary>
    public static IReadOnlyList<PersonParticular> OfSubject(CorrectionData one, CorrectionData other) =>
        !one.IsForOther || IsAnotherSubject(one, other) ? [] : PersonParticulars.Differences(one.Subject, other.Subject);

    public static IReadOnlyList<CorrectionEntry> OfRequest(CorrectionData one, CorrectionData other) => [.. Entries.Where(e => Differs(one, other, e))];

    /// <summary>What differs, in words that name nobody: "Perbaikan data pemohon: alamat; permohonan: saluran". Null where nothing does.</summary>
    public static string? Summary(CorrectionData before, CorrectionData after)
    {
        (string Of, IEnumerable<string> Names)[] groups =
        [
            ("data pemohon", OfApplicant(before, after).Select(p => p.Name)),
            ("data yang bersangkutan", OfSubject(before, after).Select(p => p.Name)),
            ("permohonan", OfRequest(before, after).Select(e => e.Name)),
        ];
        var changed = groups.Where(g => g.Names.Any()).Select(g => (g.Of, Names: string.Join(", ", g.Names))).ToList();
        return changed.Count == 0 ? null : "Perbaikan " + string.Join("; ", changed.Select(g => $"{g.Of}: {g.Names}"));
    }

    /// <summary>Whether something differs that stands on the receipt.</summary>
    public static bool TouchReceipt(CorrectionData one, CorrectionData other) =>
        OfRequest(one, other).Any(e => e.IsOnReceipt) || OfApplicant(one, other).Concat(OfSubject(one, other)).Any(p => p.IsOnReceipt);

    /// <summary>Whether something differs that stands in letters: of the applicant only the name where they ask for somebody else.</summary>
    public static bool TouchLetter(CorrectionData one, CorrectionData other) =>
        OfRequest(one, other).Any(e => e.IsOnLetter)
        || OfSubject(one, other).Any(p => p.IsOnLetter)
        || OfApplicant(one, other).Any(p => p.IsOnLetter && (!other.IsForOther || p == PersonParticulars.Name));

    /// <summary>Whether registers know the person concerned under another number now, or another person is concerned.</summary>
    public static bool ChangeIdentity(CorrectionData one, CorrectionData other) =>
        one.SubjectId != other.SubjectId || PersonParticulars.Nik.Value(Concerned(one)) != PersonParticulars.Nik.Value(Concerned(other));

    /// <summary>
    /// What was typed put on top of what another wrote meanwhile: an entry this person changed stays as typed, every other
    /// one is as it is now.
    /// </summary>
    public static CorrectionData Rebase(CorrectionData opened, CorrectionData typed, CorrectionData now)
    {
        var result = now.Copy();
        foreach (var entry in Entries.Where(e => e.Value(opened) != e.Value(typed)))
        {
            entry.Copy(typed, result);
        }

        KeepTyped(opened.Applicant, typed.Applicant, result.Applicant);
        if (result.IsForOther)
        {
            KeepTyped(opened.Subject, typed.Subject, result.Subject);
        }

        return result;
    }

    private static void KeepTyped(PersonInput opened, PersonInput typed, PersonInput result)
    {
        if (opened.PersonId != typed.PersonId || typed.PersonId != result.PersonId)
        {
            return;
        }

        foreach (var particular in PersonParticulars.Differences(opened, typed))
        {
            particular.Copy(typed, result);
        }
    }

    private static PersonInput Concerned(CorrectionData data) => data.IsForOther ? data.Subject : data.Applicant;

    private static bool Differs(CorrectionData one, CorrectionData other, CorrectionEntry entry) => entry.Value(one) != entry.Value(other);

    private static void CopyPresent(CorrectionData from, CorrectionData to)
    {
        to.Present.Clear();
        to.Present.UnionWith(from.Present);
    }
}
