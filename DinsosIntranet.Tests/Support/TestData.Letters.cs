using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Support;

public sealed partial class TestData
{
    public async Task<Letter> LetterToSignAsync() => await LetterOfAsync((await RequestAtAsync(Signing)).Id);

    /// <summary>The draft made last.</summary>
    public async Task<Guid> DraftIdAsync()
    {
        await using var db = agency.OpenDb();
        return await db.Letters.Where(l => l.Status == LetterStatus.Draft).OrderByDescending(l => l.Id).Select(l => l.Id).FirstAsync();
    }

    public async Task<Outcome<Letter>> ApproveAsync(Guid letterId, SigningMode mode, string by = "asep") =>
        await agency.Get<LetterService>().ApproveAsync(Approve(letterId, mode), await agency.ActAsync(by));

    /// <summary>A letter issued with the agency's seal by asep, its request waiting to be handed over.</summary>
    public async Task<Letter> IssuedAsync() => await LetterOfAsync((await RequestAtAsync(HandingOver)).Id);

    /// <summary>A letter issued by asep and handed over by nani.</summary>
    public async Task<Letter> HandedOverAsync()
    {
        var letter = await IssuedAsync();
        Require(await HandOverAsync(letter.RequestId));
        return letter;
    }

    public async Task<Outcome<HandedOver>> HandOverAsync(Guid requestId)
    {
        await using var db = agency.OpenDb();
        var nik = await (from r in db.ServiceRequests
                         join p in db.Persons on r.ApplicantId equals p.Id
                         where r.Id == requestId
                         select p.Nik).FirstAsync();
        return await agency.Get<HandOverService>().HandOverAsync(requestId, new HandOverInput { IdentityNumber = nik! }, await agency.ActAsync("nani"));
    }

    public async Task<Letter> LetterAsync(Guid letterId)
    {
        await using var db = agency.OpenDb();
        return await db.Letters.AsNoTracking().SingleAsync(l => l.Id == letterId);
    }

    /// <summary>The scan of a requirement, brought to the counter.</summary>
    public async Task<Guid> ScanAsync(Guid requestId)
    {
        using var content = Scan();
        var added = await agency.Get<AttachmentService>().AddAsync(requestId, "kartu-identitas", "pindaian.pdf", content, await agency.ActAsync("nani"));
        Require(added);
        return added.Value.Id;
    }

    public static RevokeLetter Revoke(Guid letterId) => new() { LetterId = letterId, Reason = "nama salah", Password = DemoAgency.Password };
}
