using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.Objections.Documents;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Objections;

/// <summary>Writes the form of an objection, numbered from a book of its own and stored as it was printed; one copy is the applicant's receipt.</summary>
public sealed class ObjectionFormWriter(NumberService numbers, PaperArchive archive, StandardLibrary standards, RegionCatalog regions, InformationReference reference)
{
    private const string NumberPrefix = "KBR";

    /// <summary>The number of the next objection and its place in the book.</summary>
    public Task<SlipNumber> NumberAsync(WriteScope scope, AgencySnapshot agency, CancellationToken cancellationToken) =>
        numbers.NextSlipAsync(scope, LetterKinds.ObjectionForm, NumberPrefix, agency.DateOf(scope.Now).Year, cancellationToken);

    public async Task<Letter> WriteAsync(WriteScope scope, AgencySnapshot agency, Objection objection, SlipNumber number, CancellationToken cancellationToken)
    {
        var facts = await InformationFacts.ReadAsync(scope.Db, standards, objection.RequestId, cancellationToken);
        var title = scope.Actor.Has(StaffRole.FrontOffice) ? "Petugas penerima keberatan," : scope.Actor.Position + ",";
        var paper = new ObjectionFormPaper
        {
            Number = objection.Number,
            RegistrationNumber = facts.Request.Number,
            RequestedOn = IndonesianDates.Letter(agency.DateOf(facts.Request.ReceivedAt)),
            ReceivedOn = IndonesianDates.Long(agency.DateOf(objection.ReceivedAt)),
            Detail = facts.Information.Detail,
            Purpose = objection.Purpose,
            ApplicantName = facts.Applicant.Name,
            Organisation = facts.Information.OrganisationName,
            Address = facts.Address(regions),
            Occupation = facts.Information.Occupation,
            Contact = facts.Contact,
            Proxy = objection.ProxyName is { } proxy ? (proxy, objection.ProxyAddress!, $"{objection.ProxyLetter}, KTP {Typography.MaskNik(objection.ProxyIdentity!)}") : null,
            Grounds = [.. reference.ObjectionGrounds.Select(g => new Tick($"{g.Code}. {g.Text}", objection.Grounds.Contains(g.Code)))],
            CaseText = objection.CaseText,
            AnswerBy = IndonesianDates.Long(objection.PromisedOn),
            Officer = await Letterheads.OfficerAsync(scope.Db, agency.Profile, scope.Actor, title, cancellationToken),
            QrText = objection.Number,
            FooterLines = [$"Nomor keberatan {objection.Number}. Sebutkan nomor ini bila menanyakan tanggapannya. Tidak dipungut biaya."],
            CreatedUtc = scope.Now,
        };
        return await archive.IssueAsync(scope, new Slip(objection.RequestId, LetterKinds.ObjectionForm, agency.DateOf(scope.Now), number) { LetterId = objection.FormLetterId }, ObjectionFormDocument.Render(paper, Letterheads.Of(agency.Profile)), cancellationToken);
    }
}
