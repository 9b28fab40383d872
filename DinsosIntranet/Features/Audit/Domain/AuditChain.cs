using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DinsosIntranet.Features.Audit.Domain;

/// <summary>
/// Seals the rows of the trail into a chain and checks it. The seal is an HMAC under a key outside the database: whoever
/// can write the database alone cannot make a row that fits. A cut-off end fits by itself, so the last known row is also
/// kept outside (<see cref="AuditAnchorFile"/>).
/// </summary>
public static class AuditChain
{
    /// <summary>The version of the encoding below. A change of it needs a new number and the old encoding kept for checking.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Makes the row that follows <paramref name="previous"/>. The caller holds the write gate, so no two rows follow the same one.</summary>
    public static AuditRecord Seal(AuditAnchor previous, AuditDraft draft, string keyId, ReadOnlySpan<byte> key)
    {
        if (draft.AtUtc.Kind != DateTimeKind.Utc || draft.AtUtc.Ticks % TimeSpan.TicksPerMillisecond != 0)
        {
            throw new ArgumentException("The time of an audit row is UTC and cut to milliseconds.", nameof(draft));
        }

        var record = new AuditRecord
        {
            Sequence = previous.Sequence + 1,
            AtUtc = draft.AtUtc,
            ChainVersion = CurrentVersion,
            KeyId = keyId,
            ActorId = draft.ActorId,
            ActorName = draft.ActorName,
            Act = draft.Act,
            RecordKind = draft.RecordKind,
            RecordId = draft.RecordId,
            Text = draft.Text,
            PreviousHash = previous.Hash,
            Hash = "",
        };
        var encoder = new AuditEncoder();
        return record with { Hash = Convert.ToHexStringLower(HMACSHA256.HashData(key, encoder.Encode(record))) };
    }

    /// <summary>
    /// Checks rows given in the order of their numbers, from the first. Names the first row that was changed, removed,
    /// exchanged or added; with an anchor also a missing end and a trail replaced as a whole.
    /// </summary>
    public static async Task<AuditCheckResult> VerifyAsync(
        IAsyncEnumerable<AuditRecord> records,
        Func<string, ReadOnlyMemory<byte>?> findKey,
        AuditAnchor? anchor,
        CancellationToken cancellation = default)
    {
        using var check = new AuditCheck(findKey, anchor);
        await foreach (var record in records.WithCancellation(cancellation))
        {
            if (check.Next(record) is { } bad)
            {
                return bad;
            }
        }

        return check.End();
    }
}

/// <summary>
/// Writes the sealed fields of a row in one unambiguous way: numbers with fixed width, texts as UTF-8 with their length
/// before them, so that no character can be moved from one field to the next unnoticed.
/// </summary>
internal sealed class AuditEncoder
{
    private byte[] _buffer = new byte[1024];
    private int _length;

    public ReadOnlySpan<byte> Encode(AuditRecord record)
    {
        _length = 0;
        Add(record.ChainVersion);
        Add(record.KeyId);
        Add(record.Sequence);
        Add(record.AtUtc.Ticks);
        record.ActorId.TryWriteBytes(Reserve(16), bigEndian: true, out _);
        Add(record.ActorName);
        Add(record.Act);
        Add(record.RecordKind);
        Add(record.RecordId);
        Add(record.Text);
        Add(record.PreviousHash);
        return _buffer.AsSpan(0, _length);
    }

    private void Add(long value) => BinaryPrimitives.WriteInt64BigEndian(Reserve(sizeof(long)), value);

    private void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Add(length);
        Encoding.UTF8.GetBytes(text, Reserve(length));
    }

    private Span<byte> Reserve(int count)
    {
        if (_length + count > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        }

        _length += count;
        return _buffer.AsSpan(_length - count, count);
    }
}
