using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>An account of the demonstration, offered on the sign-in page in Development only.</summary>
public sealed record DemoAccount(string RoleTitle, string FullName, string UserName);

/// <summary>
/// The look of the sign-in page. A plain form: it works without a circuit and without scripts. The error never says which
/// of name and password was wrong.
/// </summary>
public sealed partial class SignInForm
{
    [Parameter, EditorRequired]
    public required string AgencyName { get; set; }

    [Parameter, EditorRequired]
    public required string RegencyName { get; set; }

    [Parameter]
    public string? Tagline { get; set; }

    /// <summary>"Senin, 23 November 2026".</summary>
    [Parameter, EditorRequired]
    public required string Today { get; set; }

    [Parameter]
    public string? Hours { get; set; }

    [Parameter]
    public string? HelpLine { get; set; }

    [Parameter]
    public string? Error { get; set; }

    /// <summary>A local path; the endpoint that receives it checks it again.</summary>
    [Parameter]
    public string? ReturnUrl { get; set; }

    [Parameter]
    public string? UserName { get; set; }

    [Parameter]
    public IReadOnlyList<DemoAccount> DemoAccounts { get; set; } = [];

    [Parameter]
    public string? DemoPassword { get; set; }
}
