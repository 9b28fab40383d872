using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Desks;

public sealed class BoardFeedTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private TestAgency _agency = null!;

    private BoardFeed Feed => _agency.Get<BoardFeed>();

    public async Task InitializeAsync() => _agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

    public async Task DisposeAsync() => await _agency.DisposeAsync();

    [Fact]
    public async Task Change_ManyViewers_IsReadOnceForAll()
    {
        await _agency.Data.RequestAtAsync(TestData.Checking);
        using var crowd = new Crowd(Feed, 50);
        await crowd.NextAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));

        var commands = await _agency.Commands.DuringAsync(async () =>
        {
            _agency.Get<ChangeFeed>().Publish(Topic.Work, Guid.Empty);
            await crowd.NextAsync();
        });

        Assert.Single(commands);
    }

    [Fact]
    public async Task Wall_ComesToAQuietBoard_IsToldWhatFinishedToday()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Agenda);
        await CloseAsync(_agency, request.Id, WorkStatus.Done);
        using var crowd = new Crowd(Feed, 1);
        await crowd.UntilAsync(() => Feed.Current is not null);
        Assert.Null(Feed.Current!.Wall(BoardFilter.All).FinishedToday);

        using var wall = Feed.Subscribe(() => { }, wall: true);

        await crowd.UntilAsync(() => Feed.Current!.Wall(BoardFilter.All).FinishedToday == 1);
        wall.Dispose();
        _agency.Get<ChangeFeed>().Publish(Topic.Work, request.Id);
        await crowd.UntilAsync(() => Feed.Current!.Wall(BoardFilter.All).FinishedToday is null);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finished_TodayOnly_CountedOnTheWall(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var reader = agency.Get<BoardReader>();
        var request = await agency.Data.RequestAtAsync(TestData.Agenda);
        var withdrawn = await agency.Data.RequestAtAsync(TestData.Agenda);
        await CloseAsync(agency, request.Id, WorkStatus.Done);
        await CloseAsync(agency, withdrawn.Id, WorkStatus.Withdrawn);

        Assert.Equal(1, (await reader.FinishedTodayAsync(agency.Time.Now, default))["dtks"]);
        agency.Time.SetLocal(2026, 11, 23, 23, 59);
        Assert.Equal(1, (await reader.FinishedTodayAsync(agency.Time.Now, default))["dtks"]);
        agency.Time.SetLocal(2026, 11, 24, 0, 0);
        Assert.Empty(await reader.FinishedTodayAsync(agency.Time.Now, default));
    }

    [Fact]
    public async Task Changes_InABurst_MakeFewPictures()
    {
        using var crowd = new Crowd(Feed, 1);
        await crowd.NextAsync();
        var before = crowd.Pictures;
        for (var i = 0; i < 200; i++)
        {
            _agency.Get<ChangeFeed>().Publish(Topic.Work, Guid.Empty);
            await Task.Delay(5);
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.InRange(crowd.Pictures - before, 1, 60);
    }

    [Fact]
    public async Task Change_NobodyLooks_IsNotRead()
    {
        Assert.Null(Feed.Current);

        var commands = await _agency.Commands.DuringAsync(async () =>
        {
            _agency.Get<ChangeFeed>().Publish(Topic.Work, Guid.Empty);
            await Task.Delay(300);
        });

        Assert.Empty(commands);
    }

    [Fact]
    public async Task Move_IsOnTheNextPicture()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Agenda);
        using var crowd = new Crowd(Feed, 1);
        await crowd.UntilAsync(() => TileOf(request.Id)?.DeskCode == "sekretariat");

        await _agency.Get<DeskService>().ClaimAsync(request.Id, await _agency.ActAsync("dedi"));
        _agency.Time.Advance(TimeSpan.FromMinutes(4));
        _agency.Get<ChangeFeed>().Publish(Topic.Work, request.Id);

        await crowd.UntilAsync(() => TileOf(request.Id)?.NetMinutes == 4);
        Assert.Equal(("sisa 11 menit", BoardTone.Fine, false), (TileOf(request.Id)!.Text, TileOf(request.Id)!.Tone, TileOf(request.Id)!.IsMoved));
    }

    [Fact]
    public async Task Tile_Spoken_BeginsWithWhatIsShown()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Checking);
        _agency.Time.Advance(TimeSpan.FromMinutes(12));
        using var crowd = new Crowd(Feed, 1);
        await crowd.UntilAsync(() => TileOf(request.Id) is not null);

        Assert.Equal($"{BoardReader.Label(request.Number)} sisa 3 menit, meja Operator SIKS-NG, segera", TileOf(request.Id)!.Spoken);
    }

    [Fact]
    public async Task Tile_IncompleteRequest_WaitsForDocuments()
    {
        var request = await _agency.Data.RequestAtAsync(TestData.Intake);
        using var crowd = new Crowd(Feed, 1);
        await crowd.UntilAsync(() => TileOf(request.Id) is not null);

        Assert.True(TileOf(request.Id)!.IsWaiting);
    }

    [Fact]
    public void Subscribe_DisposedTwice_LeavesNoListener()
    {
        var subscription = Feed.Subscribe(() => { });

        subscription.Dispose();
        subscription.Dispose();

        Assert.Equal(0, Feed.ListenerCount);
    }

    [Theory]
    [InlineData("DTKS-2026-0412", "DTKS 0412")]
    [InlineData("KTK-2026-7F3Q", "KTK 7F3Q")]
    [InlineData("0412", "0412")]
    public void Label_Number_LosesItsYear(string number, string label) => Assert.Equal(label, BoardReader.Label(number));

    private static async Task CloseAsync(TestAgency agency, Guid id, WorkStatus status)
    {
        await using var db = agency.OpenDb();
        (await db.WorkItems.FindAsync(id))!.Close(status, agency.Time.Now);
        await db.SaveChangesAsync();
    }

    private BoardTile? TileOf(Guid id) => Feed.Current?.Tiles.FirstOrDefault(t => t.Id == id);

    /// <summary>Viewers who count the pictures they get.</summary>
    private sealed class Crowd : IDisposable
    {
        private readonly IDisposable[] _subscriptions;
        private readonly int _size;
        private int _calls;
        private int _seen;

        public Crowd(BoardFeed feed, int size)
        {
            _size = size;
            _subscriptions = [.. Enumerable.Range(0, size).Select(_ => feed.Subscribe(() => Interlocked.Increment(ref _calls)))];
        }

        public int Pictures => Volatile.Read(ref _calls) / _size;

        public async Task NextAsync()
        {
            await UntilAsync(() => Pictures > _seen);
            _seen = Pictures;
        }

        public async Task UntilAsync(Func<bool> condition)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (!condition())
            {
                await Task.Delay(10, patience.Token);
            }
        }

        public void Dispose()
        {
            foreach (var subscription in _subscriptions)
            {
                subscription.Dispose();
            }
        }
    }
}
