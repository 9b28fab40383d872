using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Accounts;

public sealed class SessionServiceTests
{
    private static readonly IReadOnlyDictionary<Guid, DateTime> Nobody = new Dictionary<Guid, DateTime>();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task SignIn_Twice_TwoSessionsWithAddressAndBrowser(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await SignInAsync(agency, "10.0.0.7", "Firefox, Linux");
        agency.Time.Advance(TimeSpan.FromMinutes(3));
        var second = await SignInAsync(agency, "10.0.0.8", "Chrome, Android");

        var sessions = await agency.Get<SessionService>().OpenAsync(agency.UserId("nani"));

        Assert.Equal([("10.0.0.8", "Chrome, Android"), ("10.0.0.7", "Firefox, Linux")], sessions.Select(s => (s.Address, s.Browser)));
        Assert.Equal((second.SessionId, agency.Time.Now), (sessions[0].Id, sessions[0].StartedAt));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task End_OwnOtherSession_OnlyThatOneIsRefused(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (first, second) = (await SignInAsync(agency), await SignInAsync(agency));

        var outcome = await agency.Get<SessionService>().EndAsync(first.SessionId, await agency.ActAsync("nani"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Null(await agency.Get<ActorDirectory>().FindAsync(first.Ticket));
        Assert.NotNull(await agency.Get<ActorDirectory>().FindAsync(second.Ticket));
        Assert.Equal("sesi.akhiri", (await agency.TrailAsync())[^1].Act);
        Assert.Equal(OutcomeKind.NotFound, (await agency.Get<SessionService>().EndAsync(first.SessionId, await agency.ActAsync("nani"))).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task EndAll_ButTheOwn_TheOwnStays(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (first, second) = (await SignInAsync(agency), await SignInAsync(agency));

        await agency.Get<SessionService>().EndAllAsync(agency.UserId("nani"), second.SessionId, await agency.ActAsync("nani"));

        Assert.Null(await agency.Get<ActorDirectory>().FindAsync(first.Ticket));
        Assert.NotNull(await agency.Get<ActorDirectory>().FindAsync(second.Ticket));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Find_SessionYoungerThanWhatIsRemembered_Holds(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var first = await SignInAsync(agency);
        Assert.NotNull(await agency.Get<ActorDirectory>().FindAsync(first.Ticket));
        var other = first.Ticket with { SessionId = Guid.CreateVersion7() };
        await using (var db = agency.OpenDb())
        {
            // As another process would: nothing is published here.
            db.StaffSessions.Add(new StaffSession { Id = other.SessionId, UserId = other.UserId, StartedAt = agency.Time.Now, LastSeenAt = agency.Time.Now, Address = "10.0.0.9", Browser = "" });
            await db.SaveChangesAsync();
        }

        Assert.NotNull(await agency.Get<ActorDirectory>().FindAsync(other));
        Assert.Null(await agency.Get<ActorDirectory>().FindAsync(other with { SessionId = Guid.CreateVersion7() }));
    }

    [Fact]
    public async Task End_ByAdministrator_EndedAndSaysSo()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var session = await SignInAsync(agency);

        Assert.True((await agency.Get<SessionService>().EndAsync(session.SessionId, await agency.ActAsync("admin"))).IsOk);

        Assert.Equal(SessionEnd.EndedByAdministrator, await EndOfAsync(agency, session.SessionId));
    }

    [Theory, DemoStaff(except: ["admin", "nani"])]
    public async Task End_AnotherPersonsSession_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var session = await SignInAsync(agency);
        var act = await agency.ActAsync(userName);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<SessionService>().EndAsync(session.SessionId, act)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<SessionService>().EndAllAsync(agency.UserId("nani"), null, act)).Kind);
        Assert.NotNull(await agency.Get<ActorDirectory>().FindAsync(session.Ticket));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task End_ByAnotherProcess_NoticedWithinTwoSeconds(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var session = await SignInAsync(agency);
        Assert.NotNull(await agency.Get<ActorDirectory>().FindAsync(session.Ticket));
        await using (var db = agency.OpenDb())
        {
            await db.StaffSessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, agency.Time.Now));
        }

        agency.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(await agency.Get<ActorDirectory>().FindAsync(session.Ticket));
    }

    [Fact]
    public async Task SignOut_OpenSession_Ended()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var session = await SignInAsync(agency);

        await agency.Get<AccountService>().SignOutAsync(session.SessionId, await agency.ActAsync("nani"));

        Assert.Null(await agency.Get<ActorDirectory>().FindAsync(session.Ticket));
        Assert.Equal(SessionEnd.SignedOut, await EndOfAsync(agency, session.SessionId));
    }

    [Fact]
    public async Task Disable_OpenSession_EndedAsAccountChanged()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var session = await SignInAsync(agency);

        await agency.Get<AccountService>().DisableAsync(session.UserId, await agency.ActAsync("admin"));

        Assert.Equal(SessionEnd.AccountChanged, await EndOfAsync(agency, session.SessionId));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Keep_IdleForAnHour_EndedAndTheSeenOneStays(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (idle, busy) = (await SignInAsync(agency), await SignInAsync(agency));
        agency.Time.Advance(TimeSpan.FromMinutes(60) + TimeSpan.FromMilliseconds(1));
        var activity = agency.Get<SessionActivity>();
        activity.Seen(busy.SessionId);

        await agency.Get<SessionService>().KeepAsync(activity.Take());

        Assert.Equal(SessionEnd.Idle, await EndOfAsync(agency, idle.SessionId));
        var open = Assert.Single(await agency.Get<SessionService>().OpenAsync(busy.UserId));
        Assert.Equal((busy.SessionId, agency.Time.Now), (open.Id, open.LastSeenAt));
        Assert.Empty(activity.Take());
    }

    [Fact]
    public async Task Keep_LongerThanADayOfWork_EndedHoweverBusy()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var session = await SignInAsync(agency);
        agency.Time.Advance(TimeSpan.FromHours(11) + TimeSpan.FromMilliseconds(1));

        await agency.Get<SessionService>().KeepAsync(new Dictionary<Guid, DateTime> { [session.SessionId] = agency.Time.Now });

        Assert.Equal(SessionEnd.TooLong, await EndOfAsync(agency, session.SessionId));
    }

    [Fact]
    public async Task Find_TooLongButNotYetEnded_RefusedAllTheSame()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var session = await SignInAsync(agency);
        agency.Time.Advance(TimeSpan.FromHours(11) + TimeSpan.FromMilliseconds(1));

        Assert.Null(await agency.Get<ActorDirectory>().FindAsync(session.Ticket));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task RemoveOld_EndedLongAgo_GoneAndTheRestStays(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var old = await SignInAsync(agency);
        await agency.Get<SessionService>().EndAsync(old.SessionId, await agency.ActAsync("nani"));
        agency.Time.Advance(SessionService.KeptFor);
        var kept = await SignInAsync(agency);
        await agency.Get<SessionService>().EndAsync(kept.SessionId, await agency.ActAsync("nani"));
        var before = await agency.Get<SessionService>().RemoveOldAsync();
        agency.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal((0, 1), (before, await agency.Get<SessionService>().RemoveOldAsync()));
        Assert.Equal(SessionEnd.EndedByOwner, await EndOfAsync(agency, kept.SessionId));
    }

    [Fact]
    public async Task Keep_NothingToDo_LeavesTheTrailAlone()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        await agency.Get<SessionService>().KeepAsync(Nobody);

        Assert.Empty(await agency.TrailAsync());
    }

    private static Task<SignInResult> SignInAsync(TestAgency agency, string origin = "tes", string browser = "") =>
        agency.Get<AccountService>().SignInAsync("nani", DemoAgency.Password, origin, browser);

    private static async Task<SessionEnd?> EndOfAsync(TestAgency agency, Guid sessionId)
    {
        await using var db = agency.OpenDb();
        return (await db.StaffSessions.AsNoTracking().SingleAsync(s => s.Id == sessionId)).End;
    }
}
