using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Drafts;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

/// <summary>A complaint that was written down: its number, its receipt, and whether it is settled already.</summary>
public sealed record RegisteredComplaint(Guid Id, string Number, Guid ReceiptId, bool IsClosed);

public sealed partial class ComplaintService
{
    public const string DraftKey = "pengaduan-baru";

    private const string AnsweredAtOnce = "dijawab-langsung";
    private const int NoonHours = 12;

    /// <summary>
    /// Writes a complaint down and gives it its number and receipt. Whoever it is about is kept out in the same write; an
    /// answer given at once and taken closes it.
    /// </summary>
    public Task<Outcome<RegisteredComplaint>> RegisterAsync(ComplaintInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<RegisteredComplaint>(
            act,
            async scope =>
            {
                scope.Audit("pengaduan.catat", WorkFlow.RecordKind, input.Id, new AuditText().Fact("saluran", input.Channel).Fact("nama", input.Anonymity?.ToString() ?? "-"));
                if (!ComplaintAccess.MayRegister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                if (await scope.Db.WorkItems.AsNoTracking().FirstOrDefaultAsync(w => w.Id == input.Id, cancellationToken) is { } saved)
                {
                    return Outcome.Conflict($"Pengaduan ini sudah tersimpan dengan nomor {saved.Number}.");
                }

                var agency = await agencies.GetAsync(cancellationToken);
                var linked = await LinkedAsync(scope, input, cancellationToken);
                var refusals = await CheckAsync(scope, input, linked, agency, cancellationToken);
                return refusals.Count > 0 ? Outcome.Refused(refusals) : await SaveAsync(scope, input, linked, agency, cancellationToken);
            },
            cancellationToken);

    private async Task<IReadOnlyList<Refusal>> CheckAsync(WriteScope scope, ComplaintInput input, Guid? linked, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        List<Refusal> refusals = [.. reference.Rules(agency.DateOf(scope.Now)).Check(input)];
        var ticket = TicketOf(input);
        if (ticket is not null && await scope.Db.Complaints.Where(c => c.Ticket == ticket).Join(scope.Db.WorkItems, c => c.Id, w => w.Id, (_, w) => w.Number).FirstOrDefaultAsync(cancellationToken) is { } earlier)
        {
            refusals.Add(new Refusal($"Tiket ini sudah dicatat dengan nomor {earlier}.", nameof(input.Ticket)));
        }

        ComplaintRules.Require(refusals, input.LinkedNumber.Trim().Length > 0 && linked is null, "Permohonan dengan nomor ini tidak ditemukan.", nameof(input.LinkedNumber));
        ComplaintRules.Require(
            refusals,
            input.LinkedStandard.Length > 0 && (await standards.FindActiveAsync(input.LinkedStandard, agency.DateOf(scope.Now), cancellationToken))?.Standard is not { IsInternal: false },
            "Layanan ini tidak berlaku lagi. Pilih layanan lain.",
            nameof(input.LinkedStandard));
        ComplaintRules.Require(refusals, input.Unit.Length > 0 && agency.FindUnit(input.Unit) is null, "Unit ini tidak ada lagi.", nameof(input.Unit));
        ComplaintRules.Require(refusals, input.Accused.Contains(scope.Actor.UserId), "Pengaduan tentang Anda dicatat rekan lain. Mintalah rekan menerimanya.", nameof(input.Accused));
        var known = await scope.Db.Users.CountAsync(u => u.DisabledAt == null && input.Accused.Contains(u.Id), cancellationToken);
        ComplaintRules.Require(refusals, known != input.Accused.Count, "Pegawai yang dipilih tidak ada lagi. Muat ulang halaman.", nameof(input.Accused));
        if (input.IsAnswered)
        {
            refusals.AddRange(await CheckAtOnceAsync(scope, input.Answer, input.Accused, cancellationToken));
        }

        return refusals;
    }

    /// <summary>Only officials answer at once, and never where the head is complained about.</summary>
    private static async Task<IReadOnlyList<Refusal>> CheckAtOnceAsync(WriteScope scope, AtOnceAnswer answer, IReadOnlyCollection<Guid> accused, CancellationToken cancellationToken)
    {
        var officials = await ComplaintStaff.OfficialsAsync(scope.Db, cancellationToken);
        if (answer.ById is { } by && officials.All(o => o.Id != by))
        {
            return [new Refusal("Yang menjawab langsung Kepala Dinas, Sekretaris, atau Kepala Bidang.", "Answer" + nameof(answer.ById))];
        }

        return await ComplaintStaff.IsHeadAsync(scope.Db, accused, cancellationToken)
            ? [new Refusal("Pengaduan tentang Kepala Dinas diserahkan ke atasannya, tidak dijawab langsung.", "Answer" + nameof(answer.ById))]
            : [];
    }

    private static async Task<Guid?> LinkedAsync(WriteScope scope, ComplaintInput input, CancellationToken cancellationToken)
    {
        var number = input.LinkedNumber.Trim().ToUpperInvariant();
        return number.Length == 0 ? null : await scope.Db.WorkItems.VisibleTo(scope.Actor).Where(w => w.Number == number).Select(w => (Guid?)w.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<Outcome<RegisteredComplaint>> SaveAsync(WriteScope scope, ComplaintInput input, Guid? linked, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var channel = reference.Channels.First(c => c.Code == input.Channel);
        var hasEvidence = await scope.Db.Attachments.AnyAsync(a => a.OwnerId == input.Id && a.RemovedAt == null, cancellationToken);
        var opened = await intake.OpenAsync(
            scope,
            new RequestToOpen
            {
                RequestId = input.Id,
                StandardCode = Standard,
                ChannelCode = channel.StandardChannel,
                Applicant = RequestApplicant.Placeholder("Pelapor"),
                Requirements =
                [
                    new RequirementInput("uraian", true),
                    new RequirementInput("identitas", input.Anonymity != Anonymity.Anonymous),
                    new RequirementInput("bukti", hasEvidence),
                ],
            },
            cancellationToken);
        if (!opened.IsOk)
        {
            return opened.AsFailure();
        }

        var complaint = await AddAsync(scope, input, linked, cancellationToken);
        await scope.Db.SaveChangesAsync(cancellationToken);
        var work = (await flow.LoadAsync(scope, input.Id, cancellationToken)).Value;
        await DateBackAsync(scope, work, opened.Value.Request, input.ReceivedOn!.Value, agency, cancellationToken);
        foreach (var accused in input.Accused)
        {
            var excluded = await exclusions.AddAsync(scope, input.Id, accused, ExclusionReason.Accused, cancellationToken);
            if (!excluded.IsOk)
            {
                return excluded.AsFailure();
            }
        }

        if (await FreeDeskAsync(scope, work, work.Step, cancellationToken) is { } free && free != work.Item.DeskCode)
        {
            await flow.RerouteAsync(scope, work, free, $"Dialihkan ke meja {agency.DeskName(free)}", cancellationToken);
        }

        flow.AddHistory(scope, work, $"Pengaduan dicatat: {Typography.MidSentence(channel.Name)}, {Typography.MidSentence(complaint.Anonymity.Name())}", null);
        if (input.IsAnswered)
        {
            await AnswerAtOnceAsync(scope, new Open(work, complaint), input.Answer, channel.Code == "telepon" ? "telepon" : "langsung", cancellationToken);
        }

        await DraftStore.RemoveAsync(scope, DraftKey, cancellationToken);
        await scope.Db.SaveChangesAsync(cancellationToken);
        var receipt = await receipts.WriteAsync(scope, input.Id, cancellationToken);
        Told(scope, input.Id);
        return new RegisteredComplaint(input.Id, work.Item.Number, receipt.Id, !work.Item.IsOpen);
    }

    private async Task<Complaint> AddAsync(WriteScope scope, ComplaintInput input, Guid? linked, CancellationToken cancellationToken)
    {
        var complaint = new Complaint
        {
            Id = input.Id,
            ChannelCode = input.Channel,
            Ticket = TicketOf(input),
            Anonymity = input.Anonymity!.Value,
            ComplainantCipher = vault.Close(input.Id, input.Complainant()),
            AnswerWayCode = input.AnswerWay,
            LinkedRequestId = linked,
            LinkedStandardCode = Optional(input.LinkedStandard),
            UnitCode = Optional(input.Unit),
            OtherAccused = Optional(input.OtherAccused),
            IsAboutHead = await ComplaintStaff.IsHeadAsync(scope.Db, input.Accused, cancellationToken),
            EventWhen = Optional(input.EventWhen),
            EventPlace = Optional(input.EventPlace),
            Description = input.Description.Trim(),
            Loss = Optional(input.Loss),
            Demand = Optional(input.Demand),
            Version = Guid.CreateVersion7(),
        };
        scope.Db.Complaints.Add(complaint);
        await AddAccusedAsync(scope, input.Id, input.Accused, cancellationToken);
        return complaint;
    }

    private static async Task AddAccusedAsync(WriteScope scope, Guid complaintId, IReadOnlyCollection<Guid> accused, CancellationToken cancellationToken)
    {
        var people = await scope.Db.Users.AsNoTracking().Where(u => accused.Contains(u.Id)).Select(u => new { u.Id, u.FullName, u.Position }).ToListAsync(cancellationToken);
        scope.Db.ComplaintAccused.AddRange(people.Select(p => new ComplaintAccused { Id = OrderedId.Create(), ComplaintId = complaintId, StaffId = p.Id, Text = $"{p.FullName}, {p.Position}" }));
    }

    /// <summary>What lay in the box or came by post counts from the day it came.</summary>
    private async Task DateBackAsync(WriteScope scope, WorkInHand work, Intake.Domain.ServiceRequest request, DateOnly receivedOn, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        if (receivedOn == agency.DateOf(scope.Now))
        {
            return;
        }

        request.ReceivedAt = agency.Calendar.MidnightAfter(receivedOn.AddDays(-1)).AddHours(NoonHours);
        await flow.CorrectStartAsync(scope, work, ClockStart.Received, request.ReceivedAt, cancellationToken);
    }

    /// <summary>Records what an official said at once. Taken, it settles the complaint; not taken, the complaint goes its way.</summary>
    private async Task AnswerAtOnceAsync(WriteScope scope, Open open, AtOnceAnswer answer, string way, CancellationToken cancellationToken)
    {
        var by = await scope.Db.Users.AsNoTracking().Where(u => u.Id == answer.ById).Select(u => new { u.Id, u.FullName, u.Position }).FirstAsync(cancellationToken);
        var reaction = answer.Reaction!.Value;
        scope.Db.ComplaintAnswers.Add(new ComplaintAnswer
        {
            Id = OrderedId.Create(),
            ComplaintId = open.Complaint.Id,
            IsAtOnce = true,
            ById = by.Id,
            ByText = $"{by.FullName}, {by.Position}",
            At = scope.Now,
            WayCode = way,
            Text = answer.Text.Trim(),
        }.Taken(reaction, Optional(answer.ReactionNote), scope.Now));
        var title = $"Dijawab langsung oleh {by.FullName}, {by.Position}";
        if (reaction == Reaction.Unsatisfied)
        {
            flow.AddHistory(scope, open.Work, title, "Pengadu belum puas; pengaduan ditangani seperti biasa.");
            return;
        }

        if (open.Complaint.ClassCode is null)
        {
            await SetClassAsync(scope, open, reference.AnsweredAtOnce, null, cancellationToken);
        }

        await flow.AdvanceAsync(scope, open.Work, new StepTaken(AnsweredAtOnce, title, "Pengadu menerima jawaban."), cancellationToken);
    }

    /// <summary>A ticket typed before another channel was chosen is not looked at.</summary>
    private string? TicketOf(ComplaintInput input) =>
        reference.Channels.Any(c => c.Code == input.Channel && c.AsksTicket) && ComplaintInput.Digits(input.Ticket) is { Length: > 0 } digits ? digits : null;
}
