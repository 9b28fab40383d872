using System.Text.Json;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Shared.Drafts;

public static class DraftKeys
{
    public const string NewRequest = "permohonan-baru";
    public const string NewStandard = "standar-susun";

    /// <summary>The panel of one step of one request.</summary>
    public static string Step(Guid requestId, string stepId) => $"{requestId:N}:{stepId}";
}

/// <summary>
/// Saves what is being typed, encrypted and bound to its owner and form. A draft is nobody's act: it is not in the trail,
/// and nobody but its owner can read it.
/// </summary>
public sealed class DraftStore(IDbContextFactory<DinsosDbContext> factory, WriteGate gate, FieldCipher cipher, TimeProvider time)
{
    public async Task<DateTime> SaveAsync<T>(Guid userId, string key, T content, CancellationToken cancellationToken = default)
    {
        var text = cipher.Encrypt(JsonSerializer.Serialize(content), Associated(userId, key));
        var now = ActionContext.CutToMilliseconds(time.GetUtcNow().UtcDateTime);
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            if (await UpdateAsync(db, userId, key, text, now, cancellationToken) == 0)
            {
                db.Drafts.Add(new Draft { Id = Guid.CreateVersion7(), UserId = userId, Key = key, CipherText = text, SavedAt = now });
                try
                {
                    await db.SaveChangesAsync(cancellationToken);
                }
                catch (DbUpdateException)
                {
                    // The same form in another tab was saved for the first time just now; the later text stays.
                    if (await UpdateAsync(db, userId, key, text, now, cancellationToken) == 0)
                    {
                        throw;
                    }
                }
            }
        }

        return now;
    }

    public async Task<(T Content, DateTime SavedAt)?> FindAsync<T>(Guid userId, string key, CancellationToken cancellationToken = default)
        where T : notnull
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var draft = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.UserId == userId && d.Key == key, cancellationToken);
        if (draft is null)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(cipher.Decrypt(draft.CipherText, Associated(userId, key))) is { } content ? (content, draft.SavedAt) : null;
        }
        catch (JsonException)
        {
            // Written by another version of the form: it cannot be shown any more.
            return null;
        }
    }

    public async Task DiscardAsync(Guid userId, string key, CancellationToken cancellationToken = default)
    {
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            await db.Drafts.Where(d => d.UserId == userId && d.Key == key).ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <summary>Removes the actor's draft in the write that made it real.</summary>
    public static Task RemoveAsync(WriteScope scope, string key, CancellationToken cancellationToken) =>
        scope.Db.Drafts.Where(d => d.UserId == scope.Actor.UserId && d.Key == key).ExecuteDeleteAsync(cancellationToken);

    private static Task<int> UpdateAsync(DinsosDbContext db, Guid userId, string key, string text, DateTime now, CancellationToken cancellationToken) =>
        db.Drafts
            .Where(d => d.UserId == userId && d.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.CipherText, text).SetProperty(d => d.SavedAt, now), cancellationToken);

    private static string Associated(Guid userId, string key) => $"Drafts|CipherText|{userId:N}|{key}";
}
