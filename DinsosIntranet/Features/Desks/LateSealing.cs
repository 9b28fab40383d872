using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Desks;

/// <summary>
/// Encrypts texts that were written down before their column was: the program's own act at start, a batch a write, so that a
/// book of many years is no single long one. What was readable is overwritten in the file.
/// </summary>
internal static class LateSealing
{
    /// <summary>
    /// One batch; <paramref name="seal"/> marks its texts as changed, whereupon the context encrypts them, and says how many records
    /// there were. They are <paramref name="counted"/> in the trail, and returned.
    /// </summary>
    public static Task<Outcome<int>> RunAsync(
        WriteRunner writes, string name, string recordKind, string counted, ActionContext act, Func<WriteScope, Task<int>> seal, CancellationToken cancellationToken)
    {
        var text = new AuditText();
        return writes.RunAsync<int>(
            act,
            async scope =>
            {
                if (scope.Actor != Actor.System)
                {
                    scope.Audit(name, recordKind, Guid.Empty, text);
                    return Outcome.Forbidden();
                }

                await DatabaseTraces.OverwriteAsync(scope.Db, cancellationToken);
                var count = await seal(scope);
                if (count > 0)
                {
                    scope.Audit(name, recordKind, Guid.Empty, text.Fact(counted, count));
                }

                return count;
            },
            cancellationToken);
    }
}
