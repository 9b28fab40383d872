using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>
/// A standard while it is being written on a page: the shape of its file, everything changeable, nothing checked. What becomes
/// of it is a file like any other and passes the same check.
/// </summary>
public sealed class StandardDraft
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Properties that are left out where nothing was typed.</summary>
    private static readonly HashSet<string> Optional = ["note", "website", "intro", "until", "branch", "classification", "applicationForm", "signingDesk"];

    public string Code { get; set; } = "";

    public int Version { get; set; } = 1;

    public string Title { get; set; } = "";

    public string ShortTitle { get; set; } = "";

    public string NumberPrefix { get; set; } = "";

    public string Regency { get; set; } = "";

    public string Agency { get; set; } = "";

    public string Unit { get; set; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Decree { get; set; }

    public string Confidentiality { get; set; } = "terbuka";

    public bool IntakeOpen { get; set; } = true;

    public string Fee { get; set; } = "Tidak dipungut biaya";

    public PromiseDraft Promise { get; set; } = new();

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public JsonObject? LegalLimit { get; set; }

    public List<string> Products { get; set; } = [""];

    public string? ApplicationForm { get; set; }

    public string? SigningDesk { get; set; }

    public LetterDraft? Letter { get; set; }

    public string ProductPaper { get; set; } = "surat";

    public List<RequirementDraft> Requirements { get; set; } = [];

    public List<ChannelDraft> Channels { get; set; } = [];

    public List<StepDraft> Steps { get; set; } = [];

    public List<EndingDraft> Endings { get; set; } = [];

    public ComplaintsDraft Complaints { get; set; } = new();

    /// <summary>What the page has no field for goes through unchanged.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }

    /// <summary>A standard to begin from: its text, with the name of the schema left out.</summary>
    public static StandardDraft Of(string json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        root.Remove("$schema");
        return root.Deserialize<StandardDraft>(Options)!;
    }

    /// <summary>An empty standard with one step at the counter and one ending, complaints as another standard takes them.</summary>
    public static StandardDraft Blank(string regency, string agency, string unit, string firstDesk, ComplaintsDraft? complaints) => new()
    {
        Regency = regency,
        Agency = agency,
        Unit = unit,
        Channels = [new ChannelDraft { Code = "tatap-muka", Name = "Tatap muka", EntryStep = "langkah-1" }],
        Steps = [StepDraft.New("langkah-1", 1, firstDesk, StepActions.Receive, "selesai")],
        Endings = [new EndingDraft { Code = "selesai", Name = "Selesai", Status = "selesai" }],
        Complaints = complaints ?? new ComplaintsDraft(),
    };

    public string ToJson()
    {
        var root = JsonSerializer.SerializeToNode(this, Options)!;
        RemoveEmpty(root);
        if (string.IsNullOrWhiteSpace(Decree))
        {
            root["decree"] = null;
        }

        return root.ToJsonString(Options);
    }

    /// <summary>A code nobody uses yet: "syarat-3".</summary>
    public static string FreeCode(string stem, IEnumerable<string> used)
    {
        var taken = used.ToHashSet(StringComparer.Ordinal);
        var number = 1;
        while (taken.Contains($"{stem}-{number}"))
        {
            number++;
        }

        return $"{stem}-{number}";
    }

    /// <summary>Takes a step away; what led to it leads to its own first target from now on.</summary>
    public void Remove(StepDraft step)
    {
        Steps.Remove(step);
        var next = step.Outcomes.Select(o => o.To).FirstOrDefault(to => to != step.Id) ?? Endings.FirstOrDefault()?.Code ?? "";
        foreach (var outcome in Steps.SelectMany(s => s.Outcomes).Where(o => o.To == step.Id))
        {
            outcome.To = next;
        }

        foreach (var channel in Channels.Where(c => c.EntryStep == step.Id))
        {
            channel.EntryStep = Steps.FirstOrDefault()?.Id ?? "";
        }
    }

    public void Remove(RequirementDraft requirement)
    {
        Requirements.Remove(requirement);
        foreach (var channel in Channels)
        {
            channel.Requirements.Remove(requirement.Code);
        }
    }

    private static void RemoveEmpty(JsonNode node)
    {
        switch (node)
        {
            case JsonObject item:
                foreach (var (name, value) in item.ToList())
                {
                    var isEmptyText = value is JsonValue text && text.TryGetValue<string>(out var typed) && string.IsNullOrWhiteSpace(typed);
                    if (isEmptyText && (Optional.Contains(name) || (name == "heading" && item.ContainsKey("entryStep"))))
                    {
                        item.Remove(name);
                    }
                    else if (value is not null)
                    {
                        RemoveEmpty(value);
                    }
                }

                break;
            case JsonArray list:
                foreach (var value in list.OfType<JsonNode>())
                {
                    RemoveEmpty(value);
                }

                break;
        }
    }
}
