using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>The open sessions of one person: the own ones, or as the administrator somebody's; each can be ended.</summary>
public sealed partial class SessionsPanel
{
    private IReadOnlyList<SessionLine>? _sessions;
    private PageNotice? _notice;
    private Guid _shown;

    [Inject]
    public required SessionService Sessions { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Guid UserId { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    /// <summary>The session this page runs in, which is ended by signing out; null where the sessions are another person's.</summary>
    [Parameter]
    public Guid? Current { get; set; }

    protected override void OnInitialized() => Follow(id => id == UserId, Topic.Accounts);

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != UserId)
        {
            _shown = UserId;
            await ReadAsync();
        }
    }

    protected override async Task ReadAsync() => _sessions = await Sessions.OpenAsync(UserId);

    private async Task EndAsync(SessionLine session) =>
        await ShowAsync(await Sessions.EndAsync(session.Id, await Acting.ActAsync()), "Sesi diakhiri.");

    private async Task EndAllAsync() =>
        await ShowAsync(
            await Sessions.EndAllAsync(UserId, Current, await Acting.ActAsync()),
            Current is null ? "Semua sesi diakhiri." : "Semua sesi lain diakhiri.");

    private async Task ShowAsync(Outcome outcome, string done)
    {
        _notice = PageNotice.Of(outcome, done);
        await ReadAsync();
    }
}
