using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>One part of what a consent opens: the blocks and fields a letter may then hold, by its code.</summary>
public sealed record ReferralPart(string Code, string Name, IReadOnlyList<ReferralSource> Sources);

/// <summary>Fields of one block; of blocks about victims only those of the referred ones are taken.</summary>
public sealed record ReferralSource(string Block, IReadOnlyList<string> Fields);

/// <summary>An institution a case can be referred to.</summary>
public sealed record Recipient(string Code, string Name, string Address);

/// <summary>What a letter of referral says, under a heading; made once when it is sent.</summary>
public sealed record ReferralSection(string Heading, IReadOnlyList<ReferralLine> Lines);

public sealed record ReferralLine(string Label, string Text);

/// <summary>
/// A referral needs the consent of the victim or guardian for this recipient and for what it opens. Without one nothing
/// leaves the agency; the services of the agency go on all the same.
/// </summary>
public static class ReferralRules
{
    public const string Recipient = "penerima";
    public const string OtherRecipient = "lainnya";
    public const string RecipientName = "tujuan";
    public const string RecipientAddress = "alamat-tujuan";
    public const string Victims = "korban";
    public const string Needs = "kebutuhan-rujukan";
    public const string Consented = "setuju";
    public const string ConsentBy = "pemberi-setuju";
    public const string ConsentName = "nama-pemberi";
    public const string ConsentOn = "tanggal-setuju";
    public const string ConsentUntil = "berlaku-sampai";
    public const string Opened = "data-dibuka";
    public const string WithdrawnOn = "tanggal-ditarik";
    public const string LetterNumber = "nomor-surat";
    public const string AnswerBy = "tenggat-balas";

    /// <summary>Why nothing may be handed to the recipient on this day; empty when it may.</summary>
    public static IReadOnlyList<Refusal> WhyNotSend(BlockValues referral, DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (referral[Consented] != CaseBlocks.Yes)
        {
            refusals.Add(new Refusal("Belum ada persetujuan untuk penerima ini. Tanpa persetujuan tidak ada data yang keluar; layanan dinas tetap berjalan.", Consented));
            return refusals;
        }

        var missing = BlockRules.Missing(CaseBlocks.Find(CaseBlocks.Referral)!, referral);
        refusals.AddRange(missing.Select(f => new Refusal($"{f.Label} belum diisi.", f.Code)));
        if (referral.Date(WithdrawnOn) is not null)
        {
            refusals.Add(new Refusal("Persetujuan sudah ditarik.", WithdrawnOn));
        }

        if (referral.Date(ConsentOn) > today)
        {
            refusals.Add(new Refusal("Tanggal persetujuan tidak mungkin sesudah hari ini.", ConsentOn));
        }

        if (referral.Date(ConsentUntil) < today)
        {
            refusals.Add(new Refusal("Persetujuan sudah tidak berlaku. Minta persetujuan baru bila masih diperlukan.", ConsentUntil));
        }

        return refusals;
    }

    /// <summary>
    /// Everything a letter may hold: of the opened parts the fields they name, of the blocks filled in, of the referred victims.
    /// <paramref name="say"/> puts an answer into words.
    /// </summary>
    public static IReadOnlyList<ReferralSection> Sections(BlockValues referral, IReadOnlyList<FilledBlock> blocks, IReadOnlyList<ReferralPart> parts, Func<BlockField, BlockValues, string> say)
    {
        var opened = referral.Codes(Opened);
        var victims = referral.Codes(Victims);
        var isReferred = blocks.Where(b => b.Kind == CaseBlocks.Victim && victims.Contains(Ordinal(b))).Select(b => b.Id).ToHashSet();
        bool Concerns(FilledBlock block) => block.Kind switch
        {
            CaseBlocks.Victim => isReferred.Contains(block.Id),
            CaseBlocks.Violence => block.ParentId is { } parent && isReferred.Contains(parent),
            CaseBlocks.Service => block.Values.Codes(Victims) is { Count: > 0 } served && served.Any(victims.Contains),
            _ => true,
        };

        var sections = new List<ReferralSection>();
        foreach (var part in parts.Where(p => opened.Contains(p.Code)))
        {
            foreach (var source in part.Sources)
            {
                var definition = CaseBlocks.Find(source.Block)!;
                foreach (var block in blocks.Where(b => b.Kind == source.Block && Concerns(b)).OrderBy(b => b.Ordinal))
                {
                    List<ReferralLine> lines = [.. source.Fields.Select(f => definition.Field(f)!).Where(f => block.Values[f.Code].Length > 0).Select(f => new ReferralLine(f.Label, say(f, block.Values)))];
                    if (lines.Count > 0)
                    {
                        sections.Add(new ReferralSection(part.Name == definition.Name(block.Ordinal) ? part.Name : $"{part.Name}: {definition.Name(block.Ordinal)}", lines));
                    }
                }
            }
        }

        return sections;
    }

    private static string Ordinal(FilledBlock block) => block.Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
