using DinsosIntranet.Features.Audit.Domain;

namespace DinsosIntranet.Tests.Features.Audit;

public sealed class AuditChainTests
{
    private const string KeyId = "jejak-1";

    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly DateTime Start = new(2026, 7, 1, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Verify_UntouchedTrail_IsIntact()
    {
        var trail = Trail(50);

        Assert.Equal(new AuditCheckResult(50, null, null), await VerifyAsync(trail, AuditAnchor.Of(trail[^1])));
    }

    [Fact]
    public async Task Verify_EmptyTrailWithoutAnchor_IsIntact()
    {
        Assert.Equal(new AuditCheckResult(0, null, null), await VerifyAsync([], null));
    }

    public static TheoryData<string, Func<AuditRecord, AuditRecord>> Changes => new()
    {
        { nameof(AuditRecord.AtUtc), r => r with { AtUtc = r.AtUtc.AddMilliseconds(1) } },
        { nameof(AuditRecord.ActorId), r => r with { ActorId = Guid.NewGuid() } },
        { nameof(AuditRecord.ActorName), r => r with { ActorName = Flip(r.ActorName) } },
        { nameof(AuditRecord.Act), r => r with { Act = Flip(r.Act) } },
        { nameof(AuditRecord.RecordKind), r => r with { RecordKind = Flip(r.RecordKind) } },
        { nameof(AuditRecord.RecordId), r => r with { RecordId = Flip(r.RecordId) } },
        { nameof(AuditRecord.Text), r => r with { Text = Flip(r.Text) } },
        { nameof(AuditRecord.PreviousHash), r => r with { PreviousHash = Flip(r.PreviousHash) } },
        { nameof(AuditRecord.Hash), r => r with { Hash = Flip(r.Hash) } },
        { nameof(AuditRecord.ChainVersion), r => r with { ChainVersion = 2 } },
        { nameof(AuditRecord.KeyId), r => r with { KeyId = "jejak-2" } },
        { "boundary", r => r with { Act = r.Act + r.RecordKind[..1], RecordKind = r.RecordKind[1..] } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Verify_OneFieldChanged_NamesTheRow(string field, Func<AuditRecord, AuditRecord> change)
    {
        var trail = Trail(20);
        trail[6] = change(trail[6]);

        var result = await VerifyAsync(trail, null);

        Assert.Equal((field, 6L, 7L), (field, result.Checked, result.FirstBadSequence));
        Assert.NotNull(result.Problem);
    }

    [Fact]
    public async Task Verify_MiddleRowRemoved_NamesIt()
    {
        var trail = Trail(20);
        trail.RemoveAt(9);

        Assert.Equal(new AuditCheckResult(9, 10, "Baris 10 hilang."), await VerifyAsync(trail, null));
    }

    [Fact]
    public async Task Verify_SeveralRowsRemoved_NamesThemAll()
    {
        var trail = Trail(20);
        trail.RemoveRange(9, 3);

        Assert.Equal(new AuditCheckResult(9, 10, "Baris 10 sampai 12 hilang."), await VerifyAsync(trail, null));
    }

    [Fact]
    public async Task Verify_RowRemovedAndTheRestRenumbered_NamesTheRow()
    {
        var trail = Trail(20);
        trail.RemoveAt(9);
        for (var i = 9; i < trail.Count; i++)
        {
            trail[i] = trail[i] with { Sequence = i + 1 };
        }

        Assert.Equal(10, (await VerifyAsync(trail, null)).FirstBadSequence);
    }

    [Fact]
    public async Task Verify_FirstRowRemoved_NamesIt()
    {
        Assert.Equal(1, (await VerifyAsync(Trail(5).Skip(1), null)).FirstBadSequence);
    }

    [Fact]
    public async Task Verify_TwoRowsExchanged_NamesTheFirst()
    {
        var trail = Trail(20);
        (trail[4], trail[5]) = (trail[5] with { Sequence = 5 }, trail[4] with { Sequence = 6 });

        Assert.Equal(5, (await VerifyAsync(trail, null)).FirstBadSequence);
    }

    [Fact]
    public async Task Verify_RowRepeated_NamesIt()
    {
        var trail = Trail(20);
        trail.Insert(5, trail[4]);

        var result = await VerifyAsync(trail, null);

        Assert.Equal((5L, 5L), (result.Checked, result.FirstBadSequence));
    }

    [Fact]
    public async Task Verify_RowMadeWithAnotherKey_NamesIt()
    {
        var trail = Trail(20);
        trail[7] = AuditChain.Seal(AuditAnchor.Of(trail[6]), Draft(99), KeyId, new byte[32]);

        Assert.Equal(8, (await VerifyAsync(trail, null)).FirstBadSequence);
    }

    [Fact]
    public async Task Verify_EndCutOff_IsSeenWithTheAnchorOnly()
    {
        var trail = Trail(20);
        var anchor = AuditAnchor.Of(trail[^1]);
        trail.RemoveRange(15, 5);

        Assert.True((await VerifyAsync(trail, null)).IsIntact);
        Assert.Equal(
            new AuditCheckResult(15, 16, "Akhir jejak hilang: baris terakhir 15, padahal pernah sampai 20."),
            await VerifyAsync(trail, anchor));
    }

    [Fact]
    public async Task Verify_WholeTrailEmptied_IsSeenWithTheAnchor()
    {
        Assert.Equal(1, (await VerifyAsync([], AuditAnchor.Of(Trail(3)[^1]))).FirstBadSequence);
    }

    [Fact]
    public async Task Verify_OldTrailReplayedAndContinued_IsSeenWithTheAnchor()
    {
        var trail = Trail(20);
        var anchor = AuditAnchor.Of(trail[^1]);
        var replayed = trail.Take(12).ToList();
        for (var i = 12; i < 25; i++)
        {
            replayed.Add(AuditChain.Seal(AuditAnchor.Of(replayed[^1]), Draft(i + 1000), KeyId, Key));
        }

        Assert.Equal(20, (await VerifyAsync(replayed, anchor)).FirstBadSequence);
    }

    [Fact]
    public async Task Verify_RowsAfterTheAnchor_AreFine()
    {
        var trail = Trail(20);

        Assert.True((await VerifyAsync(trail, AuditAnchor.Of(trail[10]))).IsIntact);
    }

    [Fact]
    public async Task Verify_KeyRotatedInBetween_IsIntact()
    {
        var trail = Trail(5);
        var other = new byte[32];
        trail.Add(AuditChain.Seal(AuditAnchor.Of(trail[^1]), Draft(6), "jejak-2", other));
        trail.Add(AuditChain.Seal(AuditAnchor.Of(trail[^1]), Draft(7), KeyId, Key));

        var result = await AuditChain.VerifyAsync(trail.ToAsyncEnumerable(), id => id == "jejak-2" ? other : Key, null);

        Assert.Equal(new AuditCheckResult(7, null, null), result);
    }

    [Fact]
    public async Task Verify_UnknownKey_SaysSo()
    {
        var result = await AuditChain.VerifyAsync(Trail(3).ToAsyncEnumerable(), _ => null, null);

        Assert.Equal(new AuditCheckResult(0, 1, "Baris 1 disegel dengan kunci jejak-1 yang tidak ada di folder kunci."), result);
    }

    [Fact]
    public void Seal_TimeWithMoreDigitsOrLocal_Throws()
    {
        Assert.Throws<ArgumentException>(() => AuditChain.Seal(AuditAnchor.Beginning, Draft(1) with { AtUtc = Start.AddTicks(1) }, KeyId, Key));
        Assert.Throws<ArgumentException>(() => AuditChain.Seal(AuditAnchor.Beginning, Draft(1) with { AtUtc = DateTime.SpecifyKind(Start, DateTimeKind.Local) }, KeyId, Key));
    }

    [Fact]
    public async Task Verify_TimeReadBackWithoutKind_IsIntact()
    {
        var trail = Trail(3).Select(r => r with { AtUtc = DateTime.SpecifyKind(r.AtUtc, DateTimeKind.Unspecified) });

        Assert.True((await VerifyAsync(trail, null)).IsIntact);
    }

    [Fact]
    public void Seal_KnownRow_KeepsItsEncoding()
    {
        // A change here would make every trail in the field read as tampered with: make a new chain version instead.
        var record = AuditChain.Seal(AuditAnchor.Beginning, Draft(1), KeyId, Key);

        Assert.Equal("5bf2536e31c52671a68191fbea6bb2398caaab2efcf1c7705f67c3c2e3138aa4", record.Hash);
    }

    private static Task<AuditCheckResult> VerifyAsync(IEnumerable<AuditRecord> trail, AuditAnchor? anchor) =>
        AuditChain.VerifyAsync(trail.ToAsyncEnumerable(), id => id == KeyId ? (ReadOnlyMemory<byte>?)Key : null, anchor);

    private static List<AuditRecord> Trail(int count)
    {
        var trail = new List<AuditRecord>(count);
        var end = AuditAnchor.Beginning;
        for (var i = 1; i <= count; i++)
        {
            trail.Add(AuditChain.Seal(end, Draft(i), KeyId, Key));
            end = AuditAnchor.Of(trail[^1]);
        }

        return trail;
    }

    private static AuditDraft Draft(int number) => new()
    {
        AtUtc = Start.AddSeconds(number),
        ActorId = new Guid(number, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]),
        ActorName = "Dra. Hj. Ratna Juwita",
        Act = "disposition.forward",
        RecordKind = "ServiceRequest",
        RecordId = $"0197a1b2-0000-7000-8000-{number:D12}",
        Text = $$"""{"old":{"desk":"sekretariat"},"new":{"desk":"kepala-dinas"},"reason":"Mohon petunjuk ke-{{number}}","origin":"10.0.0.12"}""",
    };

    private static string Flip(string text) => text[..^1] + (char)(text[^1] ^ 1);
}
