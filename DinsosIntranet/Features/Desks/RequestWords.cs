namespace DinsosIntranet.Features.Desks;

/// <summary>
/// What sentences call the requests of a standard, and whoever brings them. A capability whose requests are called something
/// else registers its own by the code of its standard.
/// </summary>
public sealed record RequestWords(string StandardCode, string Request, string Applicant)
{
    private static readonly RequestWords Usual = new("", "permohonan", "pemohon");

    public static RequestWords Of(IEnumerable<RequestWords> registered, string standardCode) =>
        registered.FirstOrDefault(w => w.StandardCode == standardCode) ?? Usual;

    /// <summary>"Permohonan", where a sentence begins with it.</summary>
    public string RequestFirst => char.ToUpperInvariant(Request[0]) + Request[1..];

    public string ApplicantFirst => char.ToUpperInvariant(Applicant[0]) + Applicant[1..];
}
