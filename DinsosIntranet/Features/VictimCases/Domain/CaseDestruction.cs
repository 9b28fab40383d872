namespace DinsosIntranet.Features.VictimCases.Domain;

public enum DestructionState
{
    Waiting,
    Declined,
    /// <summary>Approved, and erased in the same write.</summary>
    Done,
}

/// <summary>How much was erased of one case.</summary>
public sealed record ErasedAmounts(int Blocks, int Files, int Texts);

/// <summary>
/// One proposal to anonymise a case, and once it is approved its line of the destruction register. The line names no one but
/// staff: it says which code, under which item of the schedule, who proposed, who approved, and what was erased.
/// </summary>
public sealed class CaseDestruction
{
    public const string Method = "Kunci kasus dimusnahkan, data pengenal dihapus, berkas dihapus";

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Code and title of the item as the schedule had them.</summary>
    public required string ItemCode { get; init; }

    public required string ItemTitle { get; init; }

    public required DateOnly KeptUntil { get; init; }

    /// <summary>Number and date of the letter that approves from outside; empty where the schedule asks for none.</summary>
    public required string ApprovalLetter { get; init; }

    public required DateTime ProposedAt { get; init; }

    public required Guid ProposedById { get; init; }

    public required string ProposedByText { get; init; }

    public DestructionState State { get; private set; } = DestructionState.Waiting;

    public DateTime? DecidedAt { get; private set; }

    public string? DecidedByText { get; private set; }

    /// <summary>Code of the reason it was declined for.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>Number in the register: running within its year.</summary>
    public int? Year { get; private set; }

    public int? Sequence { get; private set; }

    public string? Number { get; private set; }

    public int ErasedBlocks { get; private set; }

    public int ErasedFiles { get; private set; }

    public int ErasedTexts { get; private set; }

    /// <summary>The file of the berita acara as it was issued.</summary>
    public Guid? ReportFileId { get; private set; }

    /// <summary>Where the bytes lie that are still to be deleted; empty once that was done.</summary>
    public string PendingFiles { get; private set; } = "";

    /// <summary>When also what lies outside the database was done: the files are gone, the key is on the list of those destroyed.</summary>
    public DateTime? FinishedAt { get; private set; }

    public required Guid Version { get; set; }

    public IReadOnlyList<string> PendingPaths => PendingFiles.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Decline(string reason, string byText, DateTime now)
    {
        Require(State == DestructionState.Waiting, "decided twice");
        (State, DeclineReason, DecidedByText, DecidedAt) = (DestructionState.Declined, reason, byText, now);
    }

    public void Approve((int Year, int Sequence, string Text) number, ErasedAmounts erased, IEnumerable<string> files, Guid reportFileId, string byText, DateTime now)
    {
        Require(State == DestructionState.Waiting, "decided twice");
        (State, DecidedByText, DecidedAt) = (DestructionState.Done, byText, now);
        (Year, Sequence, Number) = number;
        (ErasedBlocks, ErasedFiles, ErasedTexts) = (erased.Blocks, erased.Files, erased.Texts);
        (PendingFiles, ReportFileId) = (string.Join('\n', files), reportFileId);
    }

    public void Finish(DateTime now)
    {
        Require(State == DestructionState.Done && FinishedAt is null, "finished twice");
        (PendingFiles, FinishedAt) = ("", now);
    }

    private void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Destruction {Id} was {problem}.");
        }
    }
}
