using DinsosIntranet.Features.Intake.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DinsosIntranet.Features.Intake;

/// <summary>Keeps the words of a name in step with the name, whoever saves it: a service cannot forget it.</summary>
internal sealed class PersonWordKeeping : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db)
        {
            Keep(db);
        }

        return ValueTask.FromResult(result);
    }

    private static void Keep(DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Person>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            var name = entry.Property(p => p.NameSearch);
            if (entry.State == EntityState.Modified && !name.IsModified)
            {
                continue;
            }

            var before = entry.State == EntityState.Added ? new HashSet<string>() : PersonWord.Of(name.OriginalValue);
            var now = PersonWord.Of(name.CurrentValue);
            db.AddRange(now.Except(before).Select(word => new PersonWord { PersonId = entry.Entity.Id, Word = word }));
            db.RemoveRange(before.Except(now).Select(word => new PersonWord { PersonId = entry.Entity.Id, Word = word }));
        }
    }
}
