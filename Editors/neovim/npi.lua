-- npi for nvim-dap: source this file, or paste it into init.lua. See Documentation/Editors.md.
local dap = require("dap")

vim.filetype.add({ extension = { task = "npi-task" } })

dap.adapters.npi = { type = "executable", command = "npi", args = { "dap" } }

-- Asked when a session begins; words separated by spaces.
local function input()
  return vim.split(vim.fn.input("Input: "), " +", { trimempty = true })
end

dap.configurations["npi-task"] = {
  {
    type = "npi", request = "launch", name = "npi: the programs of this file",
    task = "${file}", input = input, expert = true, stopOnEntry = true,
  },
  {
    type = "npi", request = "launch", name = "npi: a network runs this file",
    task = "${file}", input = input, stopOnEntry = true,
    -- Without one, a shipped network that has learned the file.
    model = function()
      local name = vim.fn.input("Model (empty: the shipped one): ", "", "file")
      return name ~= "" and name or nil
    end,
  },
  {
    type = "npi", request = "attach", name = "npi: a recording of this file",
    recording = function() return vim.fn.input("Recording: ", vim.fn.getcwd() .. "/", "file") end,
    stopOnEntry = true,
  },
}
