using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Complaints.Documents;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

/// <summary>
/// What all letters of complaints have in common. They go out beside the steps, hold for ever, and are never replaced by a
/// request of their own; each renders what stands in the complaint when it is approved.
/// </summary>
public abstract class ComplaintLetterContent(ComplaintReference reference) : ILetterContent
{
    public abstract string Kind { get; }

    public bool IsBesideSteps => true;

    public bool IsReplaceable => false;

    protected ComplaintReference Reference { get; } = reference;

    public Task<DateOnly?> ValidUntilAsync(DinsosDbContext db, Letter letter, DateOnly datedOn, CancellationToken cancellationToken) => Task.FromResult<DateOnly?>(null);

    public abstract Task<SignerBrief> BriefAsync(DinsosDbContext db, Letter letter, AgencySnapshot agency, CancellationToken cancellationToken);

    public Task<CarriedOver> CarryOverAsync(WriteScope scope, Letter earlier, Guid requestId, ReplacementKind kind, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Letters of complaints are not replaced by a request of their own.");

    public abstract Task<byte[]> RenderAsync(DinsosDbContext db, AgencyProfile agency, LetterParticulars particulars, CancellationToken cancellationToken);

    /// <summary>What a signer is told before signing.</summary>
    protected static IReadOnlyList<string> WarningsOf(Complaint complaint) =>
        complaint.Anonymity == Anonymity.Secret ? ["Pengadu meminta namanya dirahasiakan; surat ini tidak memuatnya."] : [];

    /// <summary>The way the complaint came, with its ticket elsewhere.</summary>
    protected string ChannelOf(Complaint complaint) => Reference.ChannelName(complaint.ChannelCode) + (complaint.Ticket is { } ticket ? $", tiket {ticket}" : "");
}

/// <summary>The two letters that give a complaint away.</summary>
public abstract class ComplaintTransferLetter(StandardLibrary standards, ComplainantVault vault, ComplaintReference reference) : ComplaintLetterContent(reference)
{
    private const int MostBriefLetters = 400;

    protected abstract bool IsToSuperior { get; }

    public override async Task<SignerBrief> BriefAsync(DinsosDbContext db, Letter letter, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var facts = await ComplaintFacts.ReadAsync(db, standards, vault, letter.RequestId, cancellationToken);
        var transfer = await db.ComplaintTransfers.AsNoTracking().FirstAsync(t => t.Id == letter.RequestId, cancellationToken);
        return new SignerBrief(
            [
                new BriefLine("Diadukan", Typography.Shorten(facts.Complaint.Description, MostBriefLetters)),
                new BriefLine("Kepada", $"{transfer.Body} di {transfer.Place}"),
                new BriefLine("Alasan", GroundOf(transfer) is { } ground ? $"{ground}. {transfer.Reason}" : transfer.Reason),
            ],
            WarningsOf(facts.Complaint),
            null);
    }

    public override async Task<byte[]> RenderAsync(DinsosDbContext db, AgencyProfile agency, LetterParticulars particulars, CancellationToken cancellationToken)
    {
        var id = particulars.Letter.RequestId;
        var facts = await ComplaintFacts.ReadAsync(db, standards, vault, id, cancellationToken);
        var transfer = await db.ComplaintTransfers.AsNoTracking().FirstAsync(t => t.Id == id, cancellationToken);
        var complaint = facts.Complaint;
        return ComplaintTransferDocument.Render(
            new ComplaintTransferPaper
            {
                IsDraft = particulars.IsDraft,
                Number = particulars.Letter.Number,
                IsToSuperior = IsToSuperior,
                To = transfer.Body,
                Place = transfer.Place,
                ComplaintNumber = facts.Item.Number,
                ReceivedOn = facts.ReceivedOn(TimeZoneInfo.FindSystemTimeZoneById(agency.TimeZoneId)),
                Channel = ChannelOf(complaint),
                Complainant = complaint.Anonymity == Anonymity.Open ? string.Join(", ", new[] { facts.Complainant.Name, facts.Complainant.Address, facts.Complainant.Contact }.Where(t => !string.IsNullOrWhiteSpace(t))) : facts.Name,
                When = complaint.EventWhen ?? ComplaintFacts.Untold,
                EventPlace = complaint.EventPlace ?? ComplaintFacts.Untold,
                Description = complaint.Description,
                Demand = complaint.Demand,
                Ground = GroundOf(transfer),
                Reason = transfer.Reason,
                EvidenceCount = await db.Attachments.CountAsync(a => a.OwnerId == id && a.RemovedAt == null && a.Purpose.StartsWith(Evidence), cancellationToken),
                IsSecret = complaint.Anonymity == Anonymity.Secret,
                IsNamed = complaint.Anonymity == Anonymity.Open,
                Signature = SignatureOf(particulars.Signature, agency),
                QrText = particulars.QrText,
                FooterLines = particulars.FooterLines,
                CreatedUtc = particulars.Letter.ApprovedAt ?? particulars.Letter.CreatedAt,
            },
            Letterheads.Of(agency));
    }

    /// <summary>What the purposes of evidence begin with.</summary>
    private const string Evidence = "bukti-";

    protected virtual SignatureBlock SignatureOf(SignatureBlock signature, AgencyProfile agency) => signature;

    private string? GroundOf(ComplaintTransfer transfer) => Reference.Grounds.FirstOrDefault(g => g.Code == transfer.GroundCode)?.Name;
}

/// <summary>To the body a complaint belongs to.</summary>
public sealed class ComplaintPassOnContent(StandardLibrary standards, ComplainantVault vault, ComplaintReference reference) : ComplaintTransferLetter(standards, vault, reference)
{
    public override string Kind => LetterKinds.ComplaintPassOn;

    protected override bool IsToSuperior => false;
}

/// <summary>To the superior of the head, who is complained about.</summary>
public sealed class ComplaintHandUpContent(StandardLibrary standards, ComplainantVault vault, ComplaintReference reference) : ComplaintTransferLetter(standards, vault, reference)
{
    public override string Kind => LetterKinds.ComplaintHandUp;

    protected override bool IsToSuperior => true;

    /// <summary>Not on behalf of the head it is about: the secretary signs in their own office.</summary>
    protected override SignatureBlock SignatureOf(SignatureBlock signature, AgencyProfile agency) => OwnOffice.Of(signature, agency);
}

/// <summary>Where the head is complained about, nobody signs on the head's behalf.</summary>
internal static class OwnOffice
{
    public static SignatureBlock Of(SignatureBlock signature, AgencyProfile agency) =>
        signature.TitleLines.Count > 1 && signature.TitleLines[0].StartsWith("a.n.", StringComparison.Ordinal)
            ? signature with { TitleLines = [signature.TitleLines[^1].TrimEnd(','), agency.Regency.ToUpperInvariant() + ","] }
            : signature;
}
