using Bunit;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DinsosIntranet.Tests.Shared.Ui;

public sealed class LiveComponentTests : ComponentTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ChangeFeed _feed = new(NullLogger<ChangeFeed>.Instance);

    public LiveComponentTests() => Services.AddSingleton(_feed);

    [Fact]
    public void Change_OfARecordThatConcerns_ShownByItself()
    {
        var id = Guid.CreateVersion7();
        var page = Render<Counting>(p => p.Add(c => c.Id, id));

        _feed.Publish(Topic.Work, Guid.CreateVersion7());
        _feed.Publish(Topic.Letters, id);
        _feed.Publish(Topic.Work, id);

        page.WaitForAssertion(() => Assert.Equal("1", page.Markup), Patience);
    }

    [Fact]
    public async Task Left_WhileItReads_NothingIsSaidAndNothingListens()
    {
        var page = Render<Counting>(p => p.Add(c => c.Id, Guid.Empty).Add(c => c.Waits, true));
        _feed.Publish(Topic.Work, Guid.Empty);
        var shown = page.Instance;
        await shown.Begun.Task.WaitAsync(Patience);

        await DisposeComponentsAsync();

        await shown.Ended.Task.WaitAsync(Patience);
        Assert.Equal(0, _feed.ListenerCount);
        Assert.False(Renderer.UnhandledException.IsCompleted);
    }

    [Fact]
    public async Task Reading_Fails_ReachesThePage()
    {
        var page = Render<Counting>(p => p.Add(c => c.Id, Guid.Empty).Add(c => c.Fails, true));

        _feed.Publish(Topic.Work, Guid.Empty);

        Assert.IsType<InvalidOperationException>(await Renderer.UnhandledException.WaitAsync(Patience));
        Assert.Equal("0", page.Markup);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _feed.Dispose();
    }

    private sealed class Counting : LiveComponent
    {
        private int _count;

        [Microsoft.AspNetCore.Components.Parameter]
        public Guid Id { get; set; }

        [Microsoft.AspNetCore.Components.Parameter]
        public bool Waits { get; set; }

        [Microsoft.AspNetCore.Components.Parameter]
        public bool Fails { get; set; }

        public TaskCompletionSource Begun { get; } = new();

        public TaskCompletionSource Ended { get; } = new();

        protected override void OnInitialized() => Follow(id => id == Id, Topic.Work);

        protected override async Task ReadAsync()
        {
            if (Fails)
            {
                throw new InvalidOperationException();
            }

            Begun.TrySetResult();
            try
            {
                await Task.Delay(Waits ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, Gone);
                _count++;
            }
            finally
            {
                Ended.TrySetResult();
            }
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, _count);
    }
}
