using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.App.Startup;

/// <summary>
/// What must be put right at start so that nothing rahasia stands readable: lines of the guest book written before it was encrypted,
/// cases that an older copy of the database brought back though they were anonymised, and files an anonymising did not come to.
/// </summary>
internal sealed class RahasiaUpkeep(GuestBookService guests, CaseErasure erasure, IDbContextFactory<DinsosDbContext> factory, TimeProvider time)
{
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await EncryptGuestsAsync(cancellationToken);
        await erasure.EraseReturnedAsync(cancellationToken);
        await erasure.FinishAsync(cancellationToken);
    }

    private async Task EncryptGuestsAsync(CancellationToken cancellationToken)
    {
        var act = ActionContext.For(Actor.System, time, "sistem");
        var (total, last) = (0, Batch);
        while (last == Batch)
        {
            last = (await guests.EncryptNextAsync(Batch, act, cancellationToken)).Value;
            total += last;
        }

        if (total > 0)
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            await DatabaseTraces.WipeLogAsync(db, cancellationToken);
        }
    }
}
