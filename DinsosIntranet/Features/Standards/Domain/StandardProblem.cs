namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>One thing wrong with a data file: which file, which step where there is one, the line where it is known, and what.</summary>
public sealed record StandardProblem(string File, string? Step, string Message, int? Line = null)
{
    /// <summary>Where and what, without the file's name: for a page that shows one file.</summary>
    public string Text => Place is { } place ? $"{char.ToUpperInvariant(place[0])}{place[1..]}: {Message}" : char.ToUpperInvariant(Message[0]) + Message[1..];

    private string? Place => (Step, Line) switch
    {
        (null, null) => null,
        (null, { } line) => $"baris {line}",
        ({ } step, null) => $"langkah {step}",
        ({ } step, { } line) => $"langkah {step} (baris {line})",
    };

    public override string ToString() => Place is { } place ? $"{File}, {place}: {Message}" : $"{File}: {Message}";
}

/// <summary>The program cannot start with these data files. Lists every problem at once, so that nobody mends them one start at a time.</summary>
public sealed class StandardStartUpException(IReadOnlyList<StandardProblem> problems)
    : Exception("Standar layanan tidak dapat dipakai:" + string.Concat(problems.Select(p => Environment.NewLine + "- " + p)))
{
    public IReadOnlyList<StandardProblem> Problems { get; } = problems;
}
