using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>The own account: roles, sign-in, and what this device remembers.</summary>
public sealed partial class Account
{
    private AccountSummary? _account;
    private Guid _shown;

    [Inject]
    public required AccountQueries Queries { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    /// <summary>The page that changes the password comes back with this mark.</summary>
    [SupplyParameterFromQuery(Name = "sandi")]
    public string? Password { get; set; }

    private bool Changed => Password == ChangePasswordPage.ChangedMark;

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && Actor.UserId != _shown)
        {
            _shown = Actor.UserId;
            _account = await Queries.FindAsync(Actor.UserId);
        }
    }
}
