using System.Text.Json;
using DinsosIntranet.Features.Complaints.Domain;

namespace DinsosIntranet.Features.Complaints;

/// <summary>What practice says of complaints, read once from <c>data/complaints</c>.</summary>
public sealed class ComplaintReference
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private ComplaintReference(string folder)
    {
        T Read<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(folder, file)), Json) ?? throw new InvalidDataException($"{file} is empty.");
        Channels = Read<ChannelShape>("channels.json").Channels;
        var classes = Read<ClassShape>("classes.json");
        (Classes, AnsweredAtOnce) = (classes.Classes, classes.AnsweredAtOnce);
        Ways = Read<WayShape>("answer-ways.json").Ways;
        Grounds = Read<GroundShape>("not-ours.json").Grounds;
        Limits = Read<ComplaintLimits>("limits.json");
        var rights = Read<RightsShape>("rights.json");
        (RightsTitle, Rights) = (rights.Title, rights.Rights);
    }

    public IReadOnlyList<ComplaintChannelKind> Channels { get; }

    public IReadOnlyList<ComplaintClass> Classes { get; }

    /// <summary>The class of a complaint that was settled by an answer at once, before anybody classed it.</summary>
    public string AnsweredAtOnce { get; }

    public IReadOnlyList<AnswerWay> Ways { get; }

    public IReadOnlyList<NotOursGround> Grounds { get; }

    /// <summary>How long the complainant's response is waited for, and when reminders are made.</summary>
    public ComplaintLimits Limits { get; }

    public string RightsTitle { get; }

    public IReadOnlyList<string> Rights { get; }

    public static ComplaintReference Load(string referencePath) => new(Path.Combine(referencePath, "complaints"));

    public string ChannelName(string code) => Channels.FirstOrDefault(c => c.Code == code)?.Name ?? code;

    public string ClassName(string? code) => code is null ? "Belum ditelaah" : Classes.FirstOrDefault(c => c.Code == code)?.Name ?? code;

    public bool IsHeavy(string? code) => Classes.Any(c => c.Code == code && c.IsHeavy);

    public string WayName(string code) => Ways.FirstOrDefault(w => w.Code == code)?.Name ?? code;

    public ComplaintRules Rules(DateOnly today) => new(Channels, Ways, today);

    private sealed record ChannelShape(IReadOnlyList<ComplaintChannelKind> Channels);

    private sealed record ClassShape(string AnsweredAtOnce, IReadOnlyList<ComplaintClass> Classes);

    private sealed record WayShape(IReadOnlyList<AnswerWay> Ways);

    private sealed record GroundShape(IReadOnlyList<NotOursGround> Grounds);

    private sealed record RightsShape(string Title, IReadOnlyList<string> Rights);
}
