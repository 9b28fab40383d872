using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>The own account: roles, sign-in, and what this device remembers.</summary>
public sealed partial class Account
{
    private AccountSummary? _account;
    private TimeZoneInfo? _zone;
    private Guid _shown;
    private Guid? _session;

    [Inject]
    public required AccountQueries Queries { get; init; }

    [Inject]
    public required AccountService Accounts { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [CascadingParameter]
    public Task<AuthenticationState>? SignInState { get; set; }

    /// <summary>The page that changes the password comes back with this mark.</summary>
    [SupplyParameterFromQuery(Name = "sandi")]
    public string? Password { get; set; }

    private bool Changed => Password == ChangePasswordPage.ChangedMark;

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && Actor.UserId != _shown)
        {
            _shown = Actor.UserId;
            _zone = (await Agencies.GetAsync()).Zone;
            _session = SignInState is null ? null : StaffClaims.Read((await SignInState).User)?.SessionId;
            await ReadAsync();
        }
    }

    private static string Sentence(AccountNews news, TimeZoneInfo zone) => news.Kind switch
    {
        AccountNoticeKind.TwoStepsRemoved => $"Masuk dua langkah Anda dilepas oleh {news.ByName} pada {IndonesianDates.LongWithTime(news.At, zone)}.",
        _ => $"Kata sandi Anda disetel ulang oleh {news.ByName} pada {IndonesianDates.LongWithTime(news.At, zone)}.",
    };

    private async Task ReadNewsAsync()
    {
        await Accounts.ReadNewsAsync(await Acting.ActAsync());
        await ReadAsync();
    }

    private async Task ReadAsync() => _account = await Queries.FindAsync(_shown);
}
