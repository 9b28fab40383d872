using DinsosIntranet.Shared.Acting;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Features.Accounts;

/// <summary>
/// Whose sign-in needs a second step ("Masuk:WajibDuaLangkah", role codes with commas). Unset, administrators do: their
/// accounts open all others. In Development nobody does.
/// </summary>
public sealed class TwoStepRule(IOptions<SignInOptions> options, IHostEnvironment environment)
{
    private readonly IReadOnlyList<StaffRole> _roles = options.Value.WajibDuaLangkah is { } set
        ? [.. Codes(set).Select(StaffRoles.FromCode).OfType<StaffRole>()]
        : environment.IsDevelopment() ? [] : [StaffRole.Administrator];

    public bool IsRequired(IEnumerable<StaffRole> roles) => roles.Any(_roles.Contains);

    internal static IEnumerable<string> Codes(string setting) => setting.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
}
