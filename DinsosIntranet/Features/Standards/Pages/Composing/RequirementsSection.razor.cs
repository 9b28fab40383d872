using DinsosIntranet.Features.Standards.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages.Composing;

/// <summary>What is asked for, and the ways in with what each of them asks for.</summary>
public sealed partial class RequirementsSection
{
    private static readonly NamedCode[] Ways =
    [
        new("tatap-muka", "Tatap muka"), new("surat", "Surat"), new("telepon", "Telepon"), new("media-elektronik", "Media elektronik"), new("penjangkauan", "Penjangkauan"), new("rujukan", "Rujukan"),
    ];

    private NamedCode? NextChannel => Ways.FirstOrDefault(w => Draft.Channels.TrueForAll(c => c.Code != w.Code));

    private Task AddAsync()
    {
        var requirement = new RequirementDraft { Code = StandardDraft.FreeCode("syarat", Draft.Requirements.Select(r => r.Code)), Number = $"{Draft.Requirements.Count + 1}" };
        Draft.Requirements.Add(requirement);
        foreach (var channel in Draft.Channels)
        {
            channel.Requirements.Add(requirement.Code);
        }

        return ChangedAsync();
    }

    private Task RemoveAsync(RequirementDraft requirement)
    {
        Draft.Remove(requirement);
        return ChangedAsync();
    }

    private Task AddAsync(NamedCode way)
    {
        Draft.Channels.Add(new ChannelDraft { Code = way.Code, Name = way.Name, EntryStep = Draft.Steps.FirstOrDefault()?.Id ?? "", Requirements = [.. Draft.Requirements.Select(r => r.Code)] });
        return ChangedAsync();
    }

    private Task RemoveAsync(ChannelDraft channel)
    {
        Draft.Channels.Remove(channel);
        return ChangedAsync();
    }

    private Task AskAsync(ChannelDraft channel, RequirementDraft requirement, ChangeEventArgs change)
    {
        channel.Requirements.Remove(requirement.Code);
        if (change.Value is true)
        {
            channel.Requirements.Add(requirement.Code);
        }

        return ChangedAsync();
    }
}
