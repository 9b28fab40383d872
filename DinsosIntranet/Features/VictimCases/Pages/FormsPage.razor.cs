using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Which parts of a case stand on Form A, B and C.</summary>
public sealed partial class FormsPage
{
    public const string Address = "/pengaturan/formulir-kasus";

    private FormSettings? _settings;
    private List<Typing> _forms = [];

    [Inject]
    public required CaseForms Service { get; init; }

    protected override FormErrors Errors { get; } = new("formulir");

    protected override Guid? Seen => _settings?.Revision?.Version;

    protected override async Task<Guid?> FindVersionAsync() => (await Service.ReadAsync()).Revision?.Version;

    private void Tick(Typing form, string part, bool isOn)
    {
        _ = isOn ? form.Parts.Add(part) : form.Parts.Remove(part);
        Typed();
    }

    protected override async Task FillAsync()
    {
        _settings = await Service.ReadAsync();
        _forms = [.. _settings.Current.Forms.Select(f => new Typing(f.Code) { Title = f.Title, Parts = [.. f.Blocks] })];
    }

    private async Task SaveAsync()
    {
        var forms = _forms.Select(f => new FormTemplate(f.Code, f.Title, [.. f.Parts]));
        if (await ShowAsync(await Service.SaveAsync(new SaveForms { Seen = Seen, Forms = [.. forms] }, await Acting.ActAsync())))
        {
            Done = $"Formulir tersimpan sebagai versi {_settings!.Current.Number}.";
        }
    }

    /// <summary>One form as it is being changed.</summary>
    private sealed class Typing(string code)
    {
        public string Code { get; } = code;

        public string Title { get; set; } = "";

        public required HashSet<string> Parts { get; init; }
    }
}
