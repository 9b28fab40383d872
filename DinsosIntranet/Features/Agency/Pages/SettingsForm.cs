using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>
/// A form over one part of the settings, which another administrator may have open too. What is saved elsewhere is shown at
/// once, but never under somebody's typing: then it is only said, and what was typed can be given up for it.
/// </summary>
public abstract class SettingsForm : LiveComponent
{
    [Inject]
    public required ActingUser Acting { get; init; }

    protected bool IsDirty { get; set; }

    protected bool IsStale { get; private set; }

    /// <summary>What the last act did.</summary>
    protected string? Done { get; set; }

    protected abstract FormErrors Errors { get; }

    /// <summary>The version of what is shown; null where the part was never changed.</summary>
    protected abstract Guid? Seen { get; }

    /// <summary>Whether reading again would take something out of somebody's hands.</summary>
    protected virtual bool IsInUse => IsDirty;

    protected override Task OnInitializedAsync()
    {
        Follow(Topic.Agency);
        return ReadAsync();
    }

    /// <summary>The version that counts now.</summary>
    protected abstract Task<Guid?> FindVersionAsync();

    /// <summary>Reads the part into the fields.</summary>
    protected abstract Task FillAsync();

    protected void Typed() => (IsDirty, Done) = (true, null);

    /// <summary>Gives up what was typed for what others saved.</summary>
    protected virtual Task ReloadAsync()
    {
        Done = null;
        Errors.Clear();
        return ReadAsync();
    }

    /// <summary>Shows how saving ended: refusals beside their fields, or what is saved now. True where it is saved.</summary>
    protected async Task<bool> ShowAsync(Outcome outcome)
    {
        Errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await ReadAsync();
        }

        return outcome.IsOk;
    }

    protected sealed override async Task ReadAsync()
    {
        await FillAsync();
        (IsDirty, IsStale) = (false, false);
    }

    protected sealed override async Task RefreshAsync()
    {
        if (await FindVersionAsync() != Seen)
        {
            IsStale = IsInUse;
            await (IsStale ? Task.CompletedTask : ReadAsync());
        }
    }
}
