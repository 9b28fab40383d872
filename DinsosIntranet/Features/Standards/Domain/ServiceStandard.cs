namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>
/// One published service standard: what is asked for, the steps a request walks, the time promised and what comes out.
/// It is read from a file and never changed; a request keeps the version it started under. The titles of its
/// requirements and steps are the agency's published text.
/// </summary>
/// <remarks>
/// <paramref name="Unit"/>: code of the unit that answers for the service.
/// <paramref name="Decree"/>: No. SK; null where none is published.
/// Without <paramref name="IntakeOpen"/> the standard is shown and drawn, but takes nobody in.
/// <paramref name="ProductPaper"/>: code of the paper that is the product.
/// <paramref name="ApplicationForm"/>: code of the form asked for at the counter beside the requirements; a capability brings it.
/// <paramref name="SigningDesk"/>: whose members sign the letters that no step of the standard signs.
/// <paramref name="Letter"/>: the letter that one of its steps prepares from the agency's own words; null where a capability writes it or none is.
/// <paramref name="IsInternal"/>: a procedure of the agency on the same steps, desks and clocks, no published public service. The
/// counter does not offer it: the capability it belongs to opens its requests.
/// </remarks>
public sealed record ServiceStandard(
    string Code,
    int Version,
    string Title,
    string ShortTitle,
    string NumberPrefix,
    string Regency,
    string Agency,
    string Unit,
    string? Decree,
    Confidentiality Confidentiality,
    bool IntakeOpen,
    string Fee,
    ServicePromise Promise,
    LegalLimit? LegalLimit,
    IReadOnlyList<string> Products,
    string ProductPaper,
    IReadOnlyList<StandardRequirement> Requirements,
    IReadOnlyList<StandardChannel> Channels,
    IReadOnlyList<StandardStep> Steps,
    IReadOnlyList<StandardEnding> Endings,
    ComplaintProcedure Complaints,
    string? ApplicationForm = null,
    string? SigningDesk = null,
    bool IsInternal = false,
    LetterTemplate? Letter = null)
{
    /// <summary>The name of the file a standard with this code stands in.</summary>
    public static string FileNameOf(string code) => code + ".json";

    public StandardStep? FindStep(string id) => Steps.FirstOrDefault(s => s.Id == id);

    public StandardEnding? FindEnding(string code) => Endings.FirstOrDefault(e => e.Code == code);

    public StandardStep Step(string id) => FindStep(id) ?? throw Unknown("step", id);

    public StandardEnding Ending(string code) => FindEnding(code) ?? throw Unknown("ending", code);

    public StandardChannel Channel(string code) => Channels.FirstOrDefault(c => c.Code == code) ?? throw Unknown("channel", code);

    /// <summary>Where a request that comes in through this channel begins.</summary>
    public StandardStep EntryStep(string channel) => Step(Channel(channel).EntryStep);

    public StepOutcome Outcome(string stepId, string code) =>
        Step(stepId).Outcomes.FirstOrDefault(o => o.Code == code) ?? throw Unknown("outcome of step " + stepId, code);

    /// <summary>What this channel asks for, in the published order.</summary>
    public IReadOnlyList<StandardRequirement> RequirementsOf(string channel)
    {
        var asked = Channel(channel).Requirements;
        return [.. Requirements.Where(r => asked.Contains(r.Code))];
    }

    /// <summary>The steps of a request for which everything goes well: "Jika Ya" at each branch, else the first outcome.</summary>
    public IReadOnlyList<StandardStep> MainPath(string channel)
    {
        var path = new List<StandardStep>();
        for (StandardStep? step = EntryStep(channel); step is not null && !path.Contains(step);)
        {
            path.Add(step);
            step = FindStep(step.MainOutcome.To);
        }

        return path;
    }

    private KeyNotFoundException Unknown(string what, string code) =>
        new($"The standard {Code} version {Version} has no {what} '{code}'.");
}
