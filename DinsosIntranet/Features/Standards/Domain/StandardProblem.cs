namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>One thing wrong with a data file: which file, which step where there is one, and what.</summary>
public sealed record StandardProblem(string File, string? Step, string Message)
{
    public override string ToString() => Step is null ? $"{File}: {Message}" : $"{File}, langkah {Step}: {Message}";
}

/// <summary>The program cannot start with these data files. Lists every problem at once, so that nobody mends them one start at a time.</summary>
public sealed class StandardStartUpException(IReadOnlyList<StandardProblem> problems)
    : Exception("Standar layanan tidak dapat dipakai:" + string.Concat(problems.Select(p => Environment.NewLine + "- " + p)))
{
    public IReadOnlyList<StandardProblem> Problems { get; } = problems;
}
