using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.App.Startup;

/// <summary>
/// What must be put right at start so that nothing rahasia stands readable: lines of the guest book and rahasia letters written down
/// before they were encrypted, cases that an older copy of the database brought back though they were anonymised, and files an anonymising did not come to.
/// </summary>
internal sealed class RahasiaUpkeep(GuestBookService guests, AgendaService agenda, CaseErasure erasure, IDbContextFactory<DinsosDbContext> factory, TimeProvider time)
{
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var act = ActionContext.For(Actor.System, time, "sistem");
        var encrypted = await EachAsync(() => guests.EncryptNextAsync(Batch, act, cancellationToken)) + await EachAsync(() => agenda.EncryptNextAsync(Batch, act, cancellationToken));
        if (encrypted > 0)
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            await DatabaseTraces.WipeLogAsync(db, cancellationToken);
        }

        await erasure.EraseReturnedAsync(cancellationToken);
        await erasure.FinishAsync(cancellationToken);
    }

    /// <summary>Batch after batch, until one is not full.</summary>
    private static async Task<int> EachAsync(Func<Task<Outcome<int>>> next)
    {
        var (total, last) = (0, Batch);
        while (last == Batch)
        {
            last = (await next()).Value;
            total += last;
        }

        return total;
    }
}
