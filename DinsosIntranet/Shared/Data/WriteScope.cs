using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;

namespace DinsosIntranet.Shared.Data;

/// <summary>One act for the trail; sealed into the chain when the write commits.</summary>
public sealed record AuditNote(string Act, string RecordKind, string RecordId, AuditText Text);

/// <summary>
/// One write under way: the context, its transaction, and what will be recorded and published if it commits. Opened by
/// <see cref="WriteRunner"/> for the outermost service; other capabilities' write methods receive it and never open their own.
/// </summary>
public sealed class WriteScope(DinsosDbContext db, ActionContext act)
{
    private readonly List<AuditNote> _notes = [];
    private readonly List<(Topic Topic, Guid Id)> _events = [];
    private readonly List<Func<Task>> _undo = [];

    public DinsosDbContext Db { get; } = db;

    public ActionContext Act { get; } = act;

    public Actor Actor => Act.Actor;

    public DateTime Now => Act.Now;

    internal IReadOnlyList<AuditNote> Notes => _notes;

    internal IReadOnlyList<(Topic Topic, Guid Id)> Events => _events;

    public void Audit(string act, string recordKind, Guid recordId, AuditText? text = null) =>
        _notes.Add(new AuditNote(act, recordKind, recordId.ToString(), text ?? new AuditText()));

    public void Publish(Topic topic, Guid id)
    {
        if (!_events.Contains((topic, id)))
        {
            _events.Add((topic, id));
        }
    }

    /// <summary>What to do outside the database if this write does not commit, such as deleting a file already stored.</summary>
    public void OnRollback(Func<Task> undo) => _undo.Add(undo);

    internal async Task UndoAsync()
    {
        foreach (var undo in _undo)
        {
            await undo();
        }
    }
}
