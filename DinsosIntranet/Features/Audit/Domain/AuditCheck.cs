using System.Security.Cryptography;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Audit.Domain;

/// <summary>One run over the trail. Written without allocation per row: a trail has millions of them.</summary>
internal sealed class AuditCheck(Func<string, ReadOnlyMemory<byte>?> findKey, AuditAnchor? anchor) : IDisposable
{
    private readonly AuditEncoder _encoder = new();
    private readonly Dictionary<string, IncrementalHash?> _seals = [];
    private readonly byte[] _hash = new byte[SHA256.HashSizeInBytes];
    private readonly char[] _hex = new char[AuditRecord.HashLength];
    private long _sequence = AuditAnchor.Beginning.Sequence;
    private string _last = AuditAnchor.Beginning.Hash;
    private string? _sealKeyId;
    private IncrementalHash? _seal;

    /// <summary>Returns the result when this row is the first bad one.</summary>
    public AuditCheckResult? Next(AuditRecord record)
    {
        var expected = _sequence + 1;
        if (record.Sequence > expected)
        {
            return Bad(expected, record.Sequence == expected + 1
                ? $"Baris {Number(expected)} hilang."
                : $"Baris {Number(expected)} sampai {Number(record.Sequence - 1)} hilang.");
        }

        if (record.Sequence < expected)
        {
            return Bad(record.Sequence, $"Baris {Number(record.Sequence)} ada dua kali atau tidak pada urutannya.");
        }

        if (record.ChainVersion != AuditChain.CurrentVersion)
        {
            return Bad(expected, $"Baris {Number(expected)} memakai versi rantai {record.ChainVersion} yang tidak dikenal.");
        }

        if (FindSeal(record.KeyId) is not { } seal)
        {
            return Bad(expected, $"Baris {Number(expected)} disegel dengan kunci {record.KeyId} yang tidak ada di folder kunci.");
        }

        if (!IsSealed(record, seal))
        {
            return Bad(expected, $"Baris {Number(expected)} diubah setelah dicatat.");
        }

        if (record.PreviousHash != _last)
        {
            return Bad(expected, $"Baris {Number(expected)} tidak menyambung ke baris sebelumnya.");
        }

        if (anchor?.Sequence == expected && anchor.Hash != record.Hash)
        {
            return Bad(expected, $"Baris {Number(expected)} bukan baris yang tercatat di jangkar: jejak ini diganti seluruhnya.");
        }

        _sequence = expected;
        _last = record.Hash;
        return null;
    }

    public AuditCheckResult End() => anchor is not null && anchor.Sequence > _sequence
        ? Bad(_sequence + 1, $"Akhir jejak hilang: baris terakhir {Number(_sequence)}, padahal pernah sampai {Number(anchor.Sequence)}.")
        : new AuditCheckResult(_sequence, null, null);

    public void Dispose()
    {
        foreach (var seal in _seals.Values)
        {
            seal?.Dispose();
        }
    }

    private static string Number(long value) => IndonesianNumbers.Whole(value);

    private AuditCheckResult Bad(long sequence, string problem) => new(_sequence, sequence, problem);

    private bool IsSealed(AuditRecord record, IncrementalHash seal)
    {
        seal.AppendData(_encoder.Encode(record));
        seal.GetHashAndReset(_hash);
        Convert.TryToHexStringLower(_hash, _hex, out _);
        return record.Hash.AsSpan().SequenceEqual(_hex);
    }

    private IncrementalHash? FindSeal(string keyId)
    {
        // Neighbouring rows nearly always share their key.
        if (keyId == _sealKeyId)
        {
            return _seal;
        }

        if (!_seals.TryGetValue(keyId, out var seal))
        {
            seal = findKey(keyId) is { } key ? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Span) : null;
            _seals[keyId] = seal;
        }

        _sealKeyId = keyId;
        _seal = seal;
        return seal;
    }
}
