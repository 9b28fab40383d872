using Bunit;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Accounts.Pages;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Tests.Features.Accounts.Pages;

public sealed class RoleApprovalPageTests() : AccountsComponentTest("ratna")
{
    [Fact]
    public async Task Approve_Waiting_RoleHoldsAndThePageIsEmpty()
    {
        await ProposeAsync("tati");
        var page = Render<RoleApprovalPage>();

        await page.WaitForElement("[aria-label='Setujui Pekerja Sosial untuk Tati Suhartini']").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Tidak ada usulan yang menunggu.", page.Markup, StringComparison.Ordinal));
        Assert.True((await Agency.ActorAsync("tati")).Has(StaffRole.SocialWorker));
    }

    [Fact]
    public async Task Decline_WithoutReason_AsksForIt()
    {
        await ProposeAsync("tati");
        var page = Render<RoleApprovalPage>();
        await page.WaitForElement("[aria-label='Tolak Pekerja Sosial untuk Tati Suhartini']").ClickAsync(new());

        await page.InvokeAsync(() => page.FindAll("button").Single(b => b.TextContent.Trim() == "Tolak usulan").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("Tulis alasan menolak", page.Find("#alasan-salah").TextContent, StringComparison.Ordinal));
        Assert.Equal(1, await Agency.Get<StaffQueries>().CountWaitingAsync(await Agency.ActorAsync("ratna")));
    }

    [Fact]
    public async Task Waiting_AboutOneself_NoButtons()
    {
        await ProposeAsync("ratna");
        var page = Render<RoleApprovalPage>();

        page.WaitForAssertion(() => Assert.Contains("menyangkut Anda sendiri", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task Count_ProposedAndDecided_FollowsInTheMenu()
    {
        var ratna = await Agency.ActorAsync("ratna");
        var counted = -1;
        Render<WaitingApprovals>(p => p.Add(w => w.Actor, ratna).Add(w => w.OnCounted, count => counted = count));
        await WaitAsync(() => counted == 0);

        await ProposeAsync("tati");

        await WaitAsync(() => counted == 1);
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        for (var i = 0; i < 100 && !condition(); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(condition());
    }

    private async Task ProposeAsync(string userName) =>
        await Agency.Get<RoleService>().AddAsync(Agency.UserId(userName), new RoleChoice(StaffRole.SocialWorker, "pppa"), await Agency.ActAsync("admin"));
}
