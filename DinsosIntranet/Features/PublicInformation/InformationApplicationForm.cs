using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.PublicInformation.Documents;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Features.PublicInformation.Pages;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>
/// The application form of public information at the counter: saved with the request, flagged where its words touch what is
/// likely excluded, and printed filled in, one copy being the applicant's proof.
/// </summary>
public sealed class InformationApplicationForm(
    InformationReference reference,
    WorkFlow flow,
    StandardLibrary standards,
    AgencyDirectory agencies,
    RegionCatalog regions,
    PaperArchive archive,
    InformationHandOverWriter handOvers) : IApplicationForm
{
    /// <summary>The outcome of the entry step by which the counter answers from the public list.</summary>
    private const string FromList = "jawab-daftar";

    public string Code => "permohonan-informasi";

    public string Title => "Informasi apa yang diminta?";

    public Type Component => typeof(InformationFormFields);

    public bool AsksForSubject => false;

    public IReadOnlyList<Refusal> Check(IReadOnlyDictionary<string, string> answers)
    {
        var typed = new InformationAnswers(answers);
        List<Refusal> refusals = [.. typed.Check()];
        if (typed.Optional(InformationAnswers.PublicEntry) is { } code && reference.FindPublic(code) is null)
        {
            refusals.Add(new Refusal("Butir ini tidak ada lagi di daftar informasi publik. Pilih yang lain, atau teruskan ke PPID.", InformationAnswers.PublicEntry));
        }

        return [.. refusals.Select(r => r with { Field = IApplicationForm.Prefix + r.Field })];
    }

    public EntryWay? Way(IReadOnlyDictionary<string, string> answers) =>
        reference.FindPublic(new InformationAnswers(answers).Optional(InformationAnswers.PublicEntry)) is { } entry
            ? new EntryWay(FromList, "Dijawab di loket dari daftar informasi publik", $"{entry.Title}. {entry.Where}.")
            : null;

    public async Task<IReadOnlyList<FormLine>> DescribeAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken)
    {
        if (await db.InformationRequests.AsNoTracking().FirstOrDefaultAsync(i => i.Id == requestId, cancellationToken) is not { } information)
        {
            return [];
        }

        FormLine?[] lines =
        [
            information.IsFlagged ? new FormLine("Perhatian", $"Kemungkinan dikecualikan. Memuat kata: {string.Join(", ", information.FlaggedWords)}.", IsWarning: true) : null,
            new FormLine("Rincian", information.Detail),
            new FormLine("Tujuan", information.Purpose),
            new FormLine("Jenis pemohon", information.OrganisationName is null ? information.ApplicantKind.Name() : $"{information.ApplicantKind.Name()}, {information.OrganisationName} ({information.OrganisationProof})"),
            new FormLine("Pekerjaan", information.Occupation),
            information.ProxyName is { } proxy ? new FormLine("Penerima kuasa", $"{proxy}, {information.ProxyLetter}") : null,
            new FormLine("Cara memperoleh", information.CopyForm is { } form ? $"Salinan {form.Name().ToLowerInvariant()}" : information.Obtain.Name()),
            information.Delivery is { } way ? new FormLine("Dikirimkan", way.Name()) : null,
            information.Decision is { } decision ? new FormLine("Keputusan", decision.Name()) : null,
            information.PublicEntryCode is not null ? new FormLine("Dijawab", $"Dari daftar informasi publik. {information.PublicEntryWhere}.") : null,
        ];
        return [.. lines.OfType<FormLine>()];
    }

    public async Task<IReadOnlyList<FormPaper>> SaveAsync(WriteScope scope, ServiceRequest request, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken)
    {
        var typed = new InformationAnswers(answers);
        var information = Of(request.Id, typed);
        scope.Db.InformationRequests.Add(information);
        await scope.Db.SaveChangesAsync(cancellationToken);
        if (information.IsFlagged)
        {
            var work = await flow.LoadAsync(scope, request.Id, cancellationToken);
            flow.AddHistory(scope, work.Value, "Ditandai: kemungkinan memuat informasi yang dikecualikan", "Periksa sebelum dijawab. Kata yang ditemukan ada di halaman permohonan.");
        }

        var letter = await WriteAsync(scope, request.Id, cancellationToken);
        var papers = new List<FormPaper> { new(letter.Id, "Buka formulir dan tanda bukti") };
        var opened = (await flow.LoadAsync(scope, request.Id, cancellationToken)).Value;
        if (opened.Step.Action == InformationService.HandOverAction && reference.FindPublic(typed.Optional(InformationAnswers.PublicEntry)) is { } entry)
        {
            papers.Add(await AnswerAsync(scope, opened, information, entry, cancellationToken));
        }

        return papers;
    }

    /// <summary>What the public list has needs no decision: the answer and its evidence are written at once, ready to be signed by both.</summary>
    private async Task<FormPaper> AnswerAsync(WriteScope scope, WorkInHand work, InformationRequest information, PublicEntry entry, CancellationToken cancellationToken)
    {
        (information.Decision, information.DecidedAt, information.DecidedById) = (InformationDecision.Granted, scope.Now, scope.Actor.UserId);
        (information.PublicEntryCode, information.PublicEntryWhere) = (entry.Code, entry.Where);
        information.DecisionReason = $"Ada di daftar informasi publik: {entry.Title}.";
        scope.Db.InformationItems.Add(new InformationItem
        {
            Id = OrderedId.Create(),
            RequestId = information.Id,
            Title = entry.Title,
            Form = information.CopyForm ?? CopyForm.Soft,
            Quantity = 1,
            AddedAt = scope.Now,
            AddedById = scope.Actor.UserId,
        });
        await scope.Db.SaveChangesAsync(cancellationToken);
        var facts = await InformationFacts.ReadAsync(scope.Db, standards, information.Id, cancellationToken);
        var handOver = new InformationHandOver
        {
            Id = OrderedId.Create(),
            RequestId = information.Id,
            LetterId = Guid.CreateVersion7(),
            PreparedAt = scope.Now,
            PreparedById = scope.Actor.UserId,
            Way = DeliveryWay.Collect,
            ReceiverName = information.ProxyName ?? facts.Applicant.Name,
            ReceiverIdentity = information.ProxyIdentity ?? facts.Applicant.Nik,
        };
        var letter = await handOvers.WriteAsync(scope, work, handOver, InformationHandOverWriter.BasisOf(information)!, cancellationToken);
        scope.Db.InformationHandOvers.Add(handOver);
        return new FormPaper(letter.Id, "Buka tanda bukti penyerahan");
    }

    private InformationRequest Of(Guid id, InformationAnswers answers) => new()
    {
        Id = id,
        ApplicantKind = answers.ApplicantKind!.Value,
        OrganisationName = answers.IsOrganisation ? answers.Optional(InformationAnswers.OrganisationName) : null,
        OrganisationProof = answers.IsOrganisation ? answers.Optional(InformationAnswers.OrganisationProof) : null,
        Occupation = answers[InformationAnswers.Occupation],
        Email = answers.Optional(InformationAnswers.Email),
        ProxyName = answers.HasProxy ? PersonName.Read(answers[InformationAnswers.ProxyName]).Stored : null,
        ProxyIdentity = answers.HasProxy ? answers.Optional(InformationAnswers.ProxyIdentity) : null,
        ProxyLetter = answers.HasProxy ? answers.Optional(InformationAnswers.ProxyLetter) : null,
        Detail = answers[InformationAnswers.Detail],
        Purpose = answers[InformationAnswers.Purpose],
        Obtain = answers.ObtainWay!.Value,
        CopyForm = answers.Copy,
        Delivery = answers.DeliveryWay,
        DeliveryAddress = answers.AsksCopy ? answers.Optional(InformationAnswers.DeliveryAddress) : null,
        FlaggedWords = [.. reference.Words.In(answers[InformationAnswers.Detail], answers[InformationAnswers.Purpose])],
        Version = Guid.CreateVersion7(),
    };

    private async Task<Letter> WriteAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var facts = await InformationFacts.ReadAsync(scope.Db, standards, requestId, cancellationToken);
        var limit = await scope.Db.WorkClocks.AsNoTracking().Where(c => c.WorkItemId == requestId && c.Kind == ClockKind.LegalLimit).FirstOrDefaultAsync(cancellationToken);
        var title = scope.Actor.Has(StaffRole.FrontOffice) ? "Petugas pelayanan informasi," : scope.Actor.Position + ",";
        var officer = await Letterheads.OfficerAsync(scope.Db, agency.Profile, scope.Actor, title, cancellationToken);
        var pdf = InformationFormDocument.Render(Paper(facts, agency, limit, officer, scope.Now), Letterheads.Of(agency.Profile));
        return await archive.IssueAsync(scope, new Slip(requestId, LetterKinds.InformationForm, agency.DateOf(scope.Now)), pdf, cancellationToken);
    }

    private InformationFormPaper Paper(InformationFacts facts, AgencySnapshot agency, WorkClock? limit, SignatureBlock officer, DateTime now)
    {
        var (request, information, applicant) = (facts.Request, facts.Information, facts.Applicant);
        var isEntity = information.ApplicantKind == ApplicantKind.LegalEntity;
        return new InformationFormPaper
        {
            RegistrationNumber = request.Number,
            ReceivedAt = IndonesianDates.LongWithTime(request.ReceivedAt, agency.Zone),
            ApplicantKind = information.ApplicantKind.Name(),
            ApplicantName = applicant.Name,
            ApplicantNik = applicant.Nik is null ? null : Masking.Nik(applicant.Nik),
            Organisation = information.OrganisationName is { } organisation ? (isEntity ? "Badan hukum" : "Kelompok", organisation) : null,
            OrganisationProof = information.OrganisationProof is { } proof ? (isEntity ? "SK pengesahan" : "Surat kuasa kelompok", proof) : null,
            Occupation = information.Occupation,
            Address = facts.Address(regions),
            Contact = facts.Contact,
            Proxy = facts.Proxy,
            Detail = information.Detail,
            Purpose = information.Purpose,
            Obtain = [.. InformationWords.ObtainWays.Select(w => new Tick(w.Name, w.Value == information.Obtain))],
            CopyForms = [.. InformationWords.CopyForms.Select(f => new Tick(f.Name, f.Value == information.CopyForm))],
            Delivery = [.. InformationWords.DeliveryWays.Select(w => new Tick(w.Name, w.Value == information.Delivery))],
            DeliveryAddress = information.DeliveryAddress,
            NoticeDue = limit?.DueAt is { } due ? IndonesianDates.Long(agency.DateOf(due)) + (limit.IsCalendarDecided ? "" : " (kalender belum ditetapkan)") : "sesuai undang-undang",
            Promise = facts.Standard.Promise.Most.Words + " sejak berkas lengkap",
            RightsTitle = reference.RightsTitle,
            Rights = reference.Rights,
            SignerName = information.ProxyName ?? applicant.Name,
            SignsAsProxy = information.ProxyName is not null,
            Officer = officer,
            QrText = request.Number,
            FooterLines = [$"Nomor pendaftaran {request.Number}. Sebutkan nomor ini bila menanyakan kemajuan permohonan. Tidak dipungut biaya."],
            CreatedUtc = now,
        };
    }
}
