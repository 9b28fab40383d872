using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;

namespace DinsosIntranet.Features.Intake;

/// <summary>What was erased of one request, as far as its erasers have come.</summary>
public sealed class ErasedRequest
{
    private readonly List<string> _files = [];

    /// <summary>Where the bytes lie that are deleted once the write is committed; their rows are gone with it.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Lines and notes that said something.</summary>
    public int Texts { get; set; }

    /// <summary>Removes the row of a file and remembers where its bytes lie.</summary>
    public void Remove(WriteScope scope, StoredFile file)
    {
        _files.Add(file.Path);
        scope.Db.StoredFiles.Remove(file);
    }
}

/// <summary>
/// A capability that keeps something about requests which may say who is concerned. When a rahasia request is anonymised each
/// of them erases its own inside that one write; numbers, dates and who did what stay.
/// </summary>
public interface IRequestEraser
{
    Task EraseAsync(WriteScope scope, Guid requestId, ErasedRequest erased, CancellationToken cancellationToken);
}
