using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Tests.Support;

/// <summary>The authenticator app of one of the demo staff.</summary>
public sealed record Phone(byte[] Secret, IReadOnlyList<string> RecoveryCodes)
{
    public static async Task<Phone> SetUpAsync(TestAgency agency, string userName)
    {
        var accounts = agency.Get<AccountService>();
        var act = await agency.ActAsync(userName);
        var started = await accounts.StartTwoStepsAsync(act);
        var secret = SecretOf(started.Value.Secret);
        var codes = await accounts.ConfirmTwoStepsAsync(CodeOf(secret, agency), act);
        return new Phone(secret, codes.Value);
    }

    /// <summary>The code the app shows now.</summary>
    public string Code(TestAgency agency) => CodeOf(Secret, agency);

    /// <summary>The secret as typed from the screen.</summary>
    public static byte[] SecretOf(string shown) => Base32Text.Decode(shown.Replace(" ", "", StringComparison.Ordinal))!;

    public static string CodeOf(byte[] secret, TestAgency agency) => TotpCode.At(secret, TotpCode.StepOf(agency.Time.Now));
}
